import { makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import type { PoolInspection, PoolPeople } from '../../excel/pool-services';
import { Card } from '../frame/Card';
import { Notice } from '../frame/Notice';
import { usePaneContext } from '../pane-context';
import { isRunning } from '../state';

const useStyles = makeStyles({ quiet: { margin: 0, color: tokens.colorNeutralForeground2 } });

/** Whose tokens the pool must carry: everybody's, or those of the people the last segmentation puts on Flex. */
export function WhoCounts(props: {
  readonly inspection: Pick<PoolInspection, 'segmentation' | 'flexPeople'>;
  readonly people: PoolPeople;
  /** What it is for: "size the pool", "watch it". */
  readonly purpose: string;
  readonly onChange: (people: PoolPeople) => void;
}): JSX.Element {
  const styles = useStyles();
  const { state, formats } = usePaneContext();
  const { people } = props;
  const { segmentation, flexPeople } = props.inspection;
  const without = segmentation === null || flexPeople === null;
  return (
    <Card title="Who counts">
      <RadioGroup
        aria-label="Who counts"
        value={people}
        disabled={isRunning(state)}
        onChange={(_, data) => props.onChange(data.value === 'flex' ? 'flex' : 'all')}
      >
        <Radio value="all" label="All people of the usage" />
        <Radio
          value="flex"
          disabled={without}
          label={
            without
              ? 'People on Flex'
              : `People on Flex: ${formats.count(flexPeople)}, as segmented ${formats.date(segmentation.when)}`
          }
        />
      </RadioGroup>
      {without && (
        <p className={styles.quiet}>Segment the users first to {props.purpose} for those on Flex alone.</p>
      )}
      {!without && people === 'flex' && segmentation.stale && (
        <Notice
          level="warning"
          text="The usage changed since that segmentation. Segment again to count the right people."
        />
      )}
    </Card>
  );
}
