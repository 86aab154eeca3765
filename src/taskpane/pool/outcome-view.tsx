import { makeStyles } from '@fluentui/react-components';
import type { PoolInspection, PoolOutcome } from '../../excel/contract/pool';
import type { Inspection } from '../../excel/contract/services';
import { Card } from '../frame/card';
import { Messages } from '../frame/messages';
import { StaleNotice } from '../command/stale-notice';
import { StepHeading } from '../frame/step-heading';
import { RowsAndSheets } from '../figures/rows-and-sheets';
import { usePaneContext } from '../pane/context';
import { LotsCard } from './lots-card';
import { MeaningCard } from './meaning-card';
import { PoolFigures } from './figures';
import { RiskCurve } from './risk-curve';

const useStyles = makeStyles({ line: { margin: 0 } });

/** What came of a sizing: the sizes, the curve they stand on, what they mean, and what was left out. */
export function PoolOutcomeView(props: {
  readonly outcome: PoolOutcome;
  readonly inspection: PoolInspection;
  readonly read: Inspection;
}): JSX.Element {
  const styles = useStyles();
  const { state, formats } = usePaneContext();
  const { outcome, inspection, read } = props;
  const { projects, expected } = outcome.planned;
  const planned =
    projects === 0
      ? null
      : `${formats.counted(projects, 'planned project adds', 'planned projects add')} about ${formats.count(Math.round(expected))} tokens.`;
  return (
    <>
      <StepHeading
        title="Pool sized"
        lead={`For ${formats.counted(outcome.people, 'person', 'people')}, in ${formats.count(Math.max(1, Math.round(outcome.seconds)))} s, from ${inspection.address}.`}
      />
      <StaleNotice last={state.pool.last} outdated={state.pool.outdated} />
      <PoolFigures outcome={outcome} inspection={inspection} read={read} />
      <Messages messages={outcome.messages} />
      <RiskCurve outcome={outcome} />
      <MeaningCard outcome={outcome} />
      <LotsCard outcome={outcome} />
      <RowsAndSheets outcome={outcome} inspection={read} {...(planned === null ? {} : { more: planned })} />
      <Card title="Next">
        <p className={styles.line}>
          Change an input cell, a tier or the plan on the sheet, or an input here, then size again: the same
          seed gives the same draws, so only your change moves the result.
        </p>
      </Card>
    </>
  );
}
