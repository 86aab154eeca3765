import { Button, makeStyles } from '@fluentui/react-components';
import type { Inspection, SegmentOutcome } from '../../excel/contract/services';
import { Card } from '../frame/card';
import { Messages } from '../frame/messages';
import { StaleNotice } from '../command/stale-notice';
import { StepHeading } from '../frame/step-heading';
import { usePaneContext } from '../pane/context';
import { KeyFigures } from '../figures/key-figures';
import { PersonSearch } from './person-search';
import { RowsAndSheets } from '../figures/rows-and-sheets';
import { SegmentBars } from './bars';

const useStyles = makeStyles({ line: { margin: 0 } });

/** What came of a run: the figures, who is where, what changed, what was left out and what to do next. */
export function Outcome(props: {
  readonly outcome: SegmentOutcome;
  readonly inspection: Inspection;
}): JSX.Element {
  const styles = useStyles();
  const { state, actions, formats } = usePaneContext();
  const { outcome, inspection } = props;
  const review = outcome.bySegment.find((row) => row.segment === 'Review')?.users ?? 0;
  return (
    <>
      <StepHeading
        title={`${formats.counted(outcome.people, 'person', 'people')} segmented`}
        lead={`In ${formats.count(Math.max(1, Math.round(outcome.seconds)))} s, from ${inspection.address}.`}
      />
      <StaleNotice last={state.segment.last} outdated={false} />
      <KeyFigures outcome={outcome} inspection={inspection} />
      <Messages messages={outcome.messages} />
      <SegmentBars outcome={outcome} inspection={inspection} />
      <PersonSearch outcome={outcome} />
      <RowsAndSheets outcome={outcome} inspection={inspection} />
      <Card title="Next">
        <p className={styles.line}>
          {review > 0
            ? `${formats.counted(review, 'person is', 'people are')} in Review. Decide each in the Decision column of Flex Segments; a rerun keeps what you enter.`
            : 'Nobody is in Review. Enter decisions and owners in Flex Segments; a rerun keeps them.'}
        </p>
        <div>
          <Button onClick={() => actions.pickStep('pool')}>Size the pool</Button>
        </div>
      </Card>
    </>
  );
}
