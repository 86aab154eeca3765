import { makeStyles, tokens } from '@fluentui/react-components';
import type { PortfolioInspection, PortfolioOutcome } from '../../excel/contract/portfolio';
import type { Inspection } from '../../excel/contract/services';
import { Card } from '../frame/card';
import { Disclosure } from '../frame/disclosure';
import type { Formats } from '../figures/formats';
import { FigureList, type Figure } from '../figures/list';
import { usePaneContext } from '../pane/context';
import { certificateWords } from './words';

const useStyles = makeStyles({
  line: { margin: 0 },
  certificate: {
    margin: 0,
    paddingTop: tokens.spacingVerticalS,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
});

/** What the proposed mix costs and saves, and how far from the cheapest it can be at most. */
export function PortfolioFigures(props: {
  readonly outcome: PortfolioOutcome;
  readonly inspection: PortfolioInspection;
  readonly read: Inspection;
}): JSX.Element {
  const styles = useStyles();
  const { formats } = usePaneContext();
  const { outcome, inspection, read } = props;
  const { certificate, currency } = outcome;
  return (
    <Card title="Result">
      <FigureList figures={figuresOf(outcome, inspection, formats)} read={read} />
      {outcome.summary.proposed.priceMissing > 0 && (
        <p className={styles.line}>{missingSentence(outcome, formats)}</p>
      )}
      <div className={styles.certificate}>
        <p className={styles.line}>{certificateWords(certificate, currency, formats)}</p>
        <Disclosure label="Why?" context="the certificate">
          <p className={styles.line}>{certificate.text}</p>
        </Disclosure>
      </div>
    </Card>
  );
}

/** A figure that leaves something out says so beside it. */
function missingSentence({ summary }: PortfolioOutcome, formats: Formats): string {
  const { priceMissing } = summary.proposed;
  return `${formats.counted(priceMissing, 'person needs', 'people need')} a seat whose price is missing: only what is known of theirs is in these figures. Fill the price in on the rate card.`;
}

/** The figures in the order shown; what compares with today is left out where nobody knows today. */
export function figuresOf(
  outcome: PortfolioOutcome,
  inspection: PortfolioInspection,
  formats: Formats,
): readonly Figure[] {
  const { summary, currency, estimated } = outcome;
  const { today, proposed, savingThisTerm, savingFromRenewal } = summary;
  const about = estimated ? 'about ' : '';
  const money = (amount: number): string => `${about}${formats.money(amount, currency)}`;
  const cost: Figure = {
    name: 'the cost',
    value: money(proposed.cost),
    unit: 'a year',
    label:
      today === null
        ? 'cost of the cheapest mix; today’s seats are not known or not used'
        : `cost proposed, against ${money(today.cost)} today`,
    reasons: [
      `${formats.counted(proposed.seats, 'single seat', 'single seats')} at ${money(proposed.seatCost)}, ${formats.counted(proposed.collections, 'Collection', 'Collections')} at ${money(proposed.collectionCost)}, ${formats.counted(Math.round(proposed.tokensBought), 'token', 'tokens')} at ${formats.price(proposed.tokenPrice, currency)} each, ${money(proposed.tokenCost)}.`,
      ...(proposed.tokensBought - proposed.tokens > 0.5
        ? [
            `${formats.count(Math.round(proposed.tokens))} tokens are used; the rest fills up tier, bundle or commitment.`,
          ]
        : []),
      ...(today === null
        ? []
        : [
            `Today: what is owned, held or not, costs ${money(today.seatCost + today.collectionCost)}, tokens ${money(today.tokenCost)}.`,
          ]),
    ],
  };
  return [
    cost,
    ...(savingFromRenewal === null
      ? []
      : [
          {
            name: 'the saving from renewal',
            value: money(Math.abs(savingFromRenewal)),
            unit: 'a year',
            label: savingFromRenewal < 0 ? 'more than today, from renewal on' : 'saved from renewal on',
            reasons: [
              'Cost today less cost proposed, once the seats given up have ended. Owned seats that nobody holds are in it; actions promise only what people’s changes save.',
              ...(savingFromRenewal < 0
                ? ['Today some use has no seat and is not on Flex: the proposal covers it.']
                : []),
            ],
          },
        ]),
    ...(savingThisTerm === null
      ? []
      : [
          {
            name: 'the saving this term',
            value: money(Math.abs(savingThisTerm)),
            unit: 'in cash',
            label:
              savingThisTerm < 0 ? 'more to spend in the running terms' : 'saved within the running terms',
            reasons: [
              'Each change made on its due date: spare owned seats cost nothing, and a seat given up saves nothing until it ends.',
              ...(inspection.subscriptions === null
                ? ['No term is known: enter ends on Flex Subscriptions.']
                : []),
            ],
          },
        ]),
  ];
}
