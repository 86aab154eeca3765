import { makeStyles } from '@fluentui/react-components';
import type { RenewalInspection, RenewalOutcome } from '../../excel/contract/renewal';
import type { Inspection } from '../../excel/contract/services';
import { Card } from '../frame/card';
import type { Formats } from '../figures/formats';
import { FigureList, type Figure } from '../figures/list';
import { usePaneContext } from '../pane/context';
import { countsSentence, fine, walkAwayLabel } from './words';

const useStyles = makeStyles({ line: { margin: 0 } });

/** What all levers are worth, how much to commit, and the price at which to walk away from each quote. */
export function RenewalFigures(props: {
  readonly outcome: RenewalOutcome;
  readonly inspection: RenewalInspection;
  readonly read: Inspection;
}): JSX.Element {
  const styles = useStyles();
  const { formats } = usePaneContext();
  const { outcome, inspection, read } = props;
  return (
    <Card title="Result">
      <FigureList figures={renewalFigures(outcome, inspection, formats)} read={read} />
      {inspection.seatSpend === null && (
        <p className={styles.line}>Nobody can tell who holds which seat: spend on seats counts as 0.</p>
      )}
    </Card>
  );
}

/** The figures in the order shown. */
export function renewalFigures(
  outcome: RenewalOutcome,
  inspection: RenewalInspection,
  formats: Formats,
): readonly Figure[] {
  return [
    leversFigure(outcome, inspection, formats),
    commitmentFigure(outcome, formats),
    ...outcome.quotes.map((quote): Figure => {
      const { indifferencePrice } = quote;
      const none = indifferencePrice === null || indifferencePrice < 0;
      return {
        name: `the walk-away price of ${quote.name}`,
        value: none ? 'None' : formats.price(indifferencePrice, outcome.currency),
        unit: none ? '' : 'a token to walk away',
        label: walkAwayLabel(quote, outcome.currency, formats),
        reasons: [quote.text],
      };
    }),
  ];
}

function leversFigure(
  { levers, leverMoney, mode, tokenSpend, currency, estimated }: RenewalOutcome,
  { seatSpend }: RenewalInspection,
  formats: Formats,
): Figure {
  const about = estimated ? 'about ' : '';
  const money = (amount: number): string => `${about}${formats.money(amount, currency)}`;
  const { low, mid, high } = leverMoney;
  const counts = levers.at(-1)?.cumulativeMoney.own ?? mid;
  const typed = levers.some(({ own }) => own !== null);
  return {
    name: 'the levers together',
    value: money(counts),
    unit: 'a year',
    label: `all levers together${typed ? ', with your own values' : ''}; low ${money(low)}, mid ${money(mid)}, high ${money(high)}`,
    reasons: [
      `Spend at list: tokens ${money(tokenSpend)}${seatSpend === null ? '' : `, seats ${money(seatSpend)}`} a year.`,
      mode === 'compounded'
        ? 'Compounded: each lever takes its share of what the ones before it left.'
        : 'Additive: each lever takes its share of the list price, together never more than all of it.',
      `${levers
        .map(
          (line) =>
            `${line.lever} ${fine(line.low, formats)} to ${fine(line.high, formats)}: ${countsSentence(line, formats)}`,
        )
        .join('; ')}.`,
    ],
  };
}

function commitmentFigure({ commitment, currency }: RenewalOutcome, formats: Formats): Figure {
  const { recommended, cautious, vendor } = commitment;
  const tokens = (amount: number): string => formats.count(Math.round(amount));
  const saves = (saving: number): string =>
    `${saving < 0 ? 'loses' : 'saves'} ${formats.money(Math.abs(saving), currency)} a year`;
  const beside =
    vendor === null
      ? ''
      : `; the vendor’s ${tokens(vendor.level)} ${vendor.level === recommended.level ? 'are the same' : `would ${vendor.saving < 0 ? 'lose' : 'save'} ${formats.money(Math.abs(vendor.saving), currency)} a year`}`;
  return {
    name: 'the commitment',
    value: tokens(recommended.level),
    unit: 'tokens to commit',
    label:
      recommended.level === 0
        ? `no level tested pays${beside}`
        : `${saves(recommended.saving)} on average${beside}`,
    reasons: [
      commitment.text,
      `In the worst ${formats.share(commitment.tail)} of the years the recommended level ${saves(recommended.worstSaving)}.`,
      `If growth turns out as low as you allow for, ${tokens(cautious.level)} tokens are the level that pays most.`,
    ],
  };
}
