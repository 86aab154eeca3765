import { makeStyles, tokens } from '@fluentui/react-components';
import type { TopConsumer } from '../../engine/monitor/findings/types';
import type { MonitorOutcome } from '../../excel/contract/monitor';
import { Card } from '../frame/card';
import { Disclosure } from '../frame/disclosure';
import type { Formats } from '../figures/formats';
import { usePaneContext } from '../pane/context';
import { whole } from './words';
import { ShortList } from './short-list';

const useStyles = makeStyles({
  head: { display: 'flex', justifyContent: 'space-between', columnGap: tokens.spacingHorizontalS },
  name: { fontWeight: tokens.fontWeightSemibold, minWidth: 0 },
  count: { whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
  line: { margin: 0 },
});

/** Who burned most in the last whole week, and what a seat would change in money and in days of pool life. */
export function TopConsumersCard(props: { readonly outcome: MonitorOutcome }): JSX.Element | null {
  const styles = useStyles();
  const { formats } = usePaneContext();
  const { topConsumers, topWeek, currency } = props.outcome;
  if (topConsumers.length === 0) return null;
  return (
    <Card title="Top consumers">
      <p className={styles.quiet}>Week of {formats.day(topWeek)}.</p>
      <ShortList entries={topConsumers} first={5} what="people" keyOf={(one) => one.user}>
        {(one) => (
          <>
            <div className={styles.head}>
              <span className={styles.name}>{one.user}</span>
              <span className={styles.count}>{whole(one.weekTokens, formats)} tokens</span>
            </div>
            <p className={styles.line}>{moveSentence(one, currency, formats)}</p>
            <Disclosure label="Why?" context={`a seat for ${one.user}`}>
              <p className={styles.line}>{one.sentence}</p>
              <p className={styles.line}>{unitSentence(one, currency, formats)}</p>
            </Disclosure>
          </>
        )}
      </ShortList>
    </Card>
  );
}

/** "Revit: a seat saves $1,204 a year; the pool lasts about 6 days longer." */
export function moveSentence(one: TopConsumer, currency: string, formats: Formats): string {
  const { product, saving, spareSeat, migrate } = one;
  if (saving === null) return `${product}: no seat price is known, so a move cannot be judged.`;
  if (saving <= 0 || !(migrate || spareSeat)) return `${product}: stays on Flex, a seat would cost more.`;
  const seat = spareSeat ? 'a spare owned seat' : 'a seat';
  const days = Math.round(one.daysGained);
  const life = days > 0 ? `; the pool lasts about ${formats.counted(days, 'day', 'days')} longer` : '';
  return `${product}: ${seat} saves ${formats.money(saving, currency)} a year${life}.`;
}

const UNITS = { hour: 'an hour', day: 'a day', result: 'a job' } as const;

/** Cost of one unit on Flex and with a seat. */
function unitSentence(one: TopConsumer, currency: string, formats: Formats): string {
  const now = `${one.product} costs ${formats.money(one.unitCostNow, currency)} ${UNITS[one.unit]} on Flex`;
  return one.unitCostSeat === null
    ? `${now}.`
    : `${now}, ${formats.money(one.unitCostSeat, currency)} with a seat at this year’s use.`;
}
