import { makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { PEOPLE, type PoolPeople } from '../../engine/assumptions/shared';
import type { PoolInspection } from '../../excel/contract/pool';
import { Card } from '../frame/card';
import { changedSince } from '../../report/model/changed';
import { Notice } from '../frame/notice';
import { usePaneContext } from '../pane/context';
import { isRunning } from '../pane/state';

const useStyles = makeStyles({ quiet: { margin: 0, color: tokens.colorNeutralForeground2 } });

/** Whose tokens the pool must carry: everybody's, or those of the people the last segmentation or portfolio puts on Flex. */
export function WhoCounts(props: {
  readonly inspection: Pick<PoolInspection, 'segmentation' | 'flexPeople' | 'portfolio'>;
  readonly people: PoolPeople;
  /** What it is for: "size the pool", "watch it". */
  readonly purpose: string;
  readonly onChange: (people: PoolPeople) => void;
}): JSX.Element {
  const styles = useStyles();
  const { state, formats } = usePaneContext();
  const { people } = props;
  const { segmentation, flexPeople, portfolio = null } = props.inspection;
  const without = segmentation === null || flexPeople === null;
  return (
    <Card title="Who counts">
      <RadioGroup
        aria-label="Who counts"
        value={people}
        disabled={isRunning(state)}
        onChange={(_, data) => props.onChange(PEOPLE.choices.find((each) => each === data.value) ?? 'all')}
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
        <Radio
          value="portfolio"
          disabled={portfolio === null}
          label={
            portfolio === null
              ? 'Flex people of the portfolio'
              : `Flex people of the portfolio: ${formats.count(portfolio.flexPeople)}, as built ${formats.date(portfolio.when)}`
          }
        />
      </RadioGroup>
      {without && (
        <p className={styles.quiet}>Segment the users first to {props.purpose} for those on Flex alone.</p>
      )}
      {!without && people === 'flex' && segmentation.stale && (
        <Notice
          level="warning"
          text={`${changedSince(segmentation.changed)} that segmentation. Segment again to count the right people.`}
        />
      )}
      {portfolio === null && people === 'portfolio' && (
        <p className={styles.quiet}>
          Build the portfolio first to {props.purpose} for those it puts on Flex.
        </p>
      )}
      {portfolio?.stale === true && people === 'portfolio' && (
        <Notice
          level="warning"
          text={`${changedSince(portfolio.changed)} that portfolio. Build it again to count the right people.`}
        />
      )}
    </Card>
  );
}
