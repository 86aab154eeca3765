import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { PoolChoice } from '../../engine/pool/types';
import type { PoolInspection, PoolOutcome } from '../../excel/contract/pool';
import type { Inspection } from '../../excel/contract/services';
import { choiceColor } from '../../report/model/palette';
import { Card } from '../frame/card';
import { Disclosure } from '../frame/disclosure';
import type { Formats } from '../figures/formats';
import { CardLine } from '../figures/card-line';
import { FIGURE_STYLES } from '../figures/styles';
import { usePaneContext } from '../pane/context';
import { ChoiceMark } from './choice-mark';
import { choiceReasons } from './choice-reasons';
import { CHOICE_NAMES, equalOnes, yearsIn } from './words';

const useStyles = makeStyles({
  ...FIGURE_STYLES,
  name: { display: 'flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
  since: {
    margin: 0,
    paddingTop: tokens.spacingVerticalS,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground2,
  },
});

/** Below this many equal clusters the corrected size is shown: one year's history is then a small sample. */
const FEW = 50;
const SHOWN = ['calibrated', 'guide', 'optimal'] as const;

/** The three sizes side by side, each with its risk, its distance from the baseline, its money, and why. */
export function PoolFigures(props: {
  readonly outcome: PoolOutcome;
  readonly inspection: PoolInspection;
  readonly read: Inspection;
}): JSX.Element {
  const styles = useStyles();
  const { formats } = usePaneContext();
  const { outcome, inspection, read } = props;
  const { corrected, effectiveClusters } = outcome;
  return (
    <Card title="Result">
      <ul className={styles.list}>
        {SHOWN.flatMap((kind, index) =>
          outcome.choices
            .filter((choice) => choice.kind === kind)
            .map((choice) => (
              <Size
                key={kind}
                choice={choice}
                first={index === 0}
                outcome={outcome}
                inspection={inspection}
                read={read}
              />
            )),
        )}
      </ul>
      {effectiveClusters > 0 && effectiveClusters < FEW && (
        <p className={styles.since}>
          Corrected for few clusters ({equalOnes(effectiveClusters, formats)}):{' '}
          {formats.count(corrected.size)} tokens, which run dry in {yearsIn(corrected.stockoutRisk, formats)}.
        </p>
      )}
      <p className={styles.since}>
        Baseline: {outcome.estimated ? 'about ' : ''}
        {formats.count(Math.round(outcome.baseline))} tokens used in the year.
      </p>
    </Card>
  );
}

function Size(props: {
  readonly choice: PoolChoice;
  readonly first: boolean;
  readonly outcome: PoolOutcome;
  readonly inspection: PoolInspection;
  readonly read: Inspection;
}): JSX.Element {
  const styles = useStyles();
  const { formats, theme } = usePaneContext();
  const { choice, outcome } = props;
  const name = CHOICE_NAMES[choice.kind];
  return (
    <li>
      <span className={styles.name}>
        <ChoiceMark kind={choice.kind} color={choiceColor(choice.kind, theme)} />
        {name}
      </span>
      <span className={mergeClasses(styles.value, props.first && styles.first)}>
        {outcome.estimated ? 'about ' : ''}
        {formats.count(choice.size)} <span className={styles.unit}>tokens</span>
      </span>
      <span className={styles.label}>{comparison(choice, outcome, formats)}</span>
      <Disclosure label="Why?" context={`the ${name.toLowerCase()} size`}>
        {choiceReasons(choice, outcome, formats).map((reason) => (
          <p key={reason} className={styles.line}>
            {reason}
          </p>
        ))}
        <CardLine inspection={props.read} />
      </Disclosure>
    </li>
  );
}

/** "+18% over baseline; runs dry in about 1 year in 20 (5%); expected cost $174,900 a year". */
function comparison(choice: PoolChoice, outcome: PoolOutcome, formats: Formats): string {
  return [
    overBaseline(choice.size, outcome.baseline, formats),
    `runs dry in ${yearsIn(choice.stockoutRisk, formats)} (${formats.share(choice.stockoutRisk)})`,
    `expected cost ${formats.money(choice.cost, outcome.currency)} a year`,
  ].join('; ');
}

export function overBaseline(size: number, baseline: number, formats: Formats): string {
  if (baseline <= 0) return 'no baseline to compare with';
  const share = size / baseline - 1;
  if (Math.abs(share) < 0.0005) return 'as much as the baseline';
  return `${share > 0 ? '+' : '−'}${formats.share(Math.abs(share))} ${share > 0 ? 'over' : 'under'} baseline`;
}
