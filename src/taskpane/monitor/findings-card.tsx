import { makeStyles, tokens } from '@fluentui/react-components';
import { ArrowTrendingDown16Regular } from '@fluentui/react-icons/svg/arrow-trending-down';
import { ArrowTrending16Regular } from '@fluentui/react-icons/svg/arrow-trending';
import type { Anomaly, NamedCase, Shift } from '../../engine/monitor/findings/types';
import type { MonitorOutcome } from '../../excel/contract/monitor';
import { Card } from '../frame/card';
import { Disclosure } from '../frame/disclosure';
import type { Formats } from '../figures/formats';
import { usePaneContext } from '../pane/context';
import { signed, spanWords, whole } from './words';
import { ShortList } from './short-list';

const useStyles = makeStyles({
  head: {
    display: 'flex',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalXS,
    fontWeight: tokens.fontWeightSemibold,
    '& svg': { flexShrink: 0 },
  },
  line: { margin: 0 },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, overflowWrap: 'anywhere' },
});

/** Days and weeks that stand out, with who explains them; newest first. */
export function AnomaliesCard(props: { readonly outcome: MonitorOutcome }): JSX.Element {
  const styles = useStyles();
  const { formats } = usePaneContext();
  const anomalies = [...props.outcome.anomalies].sort((a, b) => b.day - a.day);
  const shifts = [...props.outcome.shifts].sort((a, b) => b.week - a.week);
  return (
    <Card title="Anomalies">
      {anomalies.length === 0 ? (
        <p className={styles.line}>No day stands out from its trend and weekday.</p>
      ) : (
        <ShortList entries={anomalies} first={3} what="days" keyOf={(one) => String(one.day)}>
          {(one) => <DayOut anomaly={one} />}
        </ShortList>
      )}
      {shifts.length > 0 && (
        <Disclosure label={`${formats.counted(shifts.length, 'week', 'weeks')} to review: show`}>
          <ul className={styles.list}>
            {shifts.map((shift) => (
              <li key={shift.week}>{shiftSentence(shift, formats)}</li>
            ))}
          </ul>
        </Disclosure>
      )}
    </Card>
  );
}

function DayOut({ anomaly }: { readonly anomaly: Anomaly }): JSX.Element {
  const styles = useStyles();
  const { formats } = usePaneContext();
  const { day, kind, burn, expected, who, score } = anomaly;
  const Icon = kind === 'spike' ? ArrowTrending16Regular : ArrowTrendingDown16Regular;
  return (
    <>
      <span className={styles.head}>
        <Icon aria-hidden />
        {formats.day(day)}, {kind}
      </span>
      <p className={styles.line}>
        {whole(burn, formats)} tokens, {whole(expected, formats)} expected.
      </p>
      <Disclosure label="Who?" context={`explains ${formats.day(day)}`}>
        <ul className={styles.list}>
          {who.map((part) => (
            <li key={`${part.user}/${part.product}`}>
              {[part.user, part.product].filter(Boolean).join(', ')}:{' '}
              {signed(part.tokens - part.expected, formats)} tokens
            </li>
          ))}
        </ul>
        <p className={styles.line}>
          {formats.count(Math.round(10 * Math.abs(score)) / 10)} robust standard deviations from what trend
          and weekday say. The parts sum to the difference.
        </p>
      </Disclosure>
    </>
  );
}

/** "Week of Oct 12, 2026: the level moved up, 8,400 tokens against 6,900." */
export const shiftSentence = (shift: Shift, formats: Formats): string =>
  `Week of ${formats.day(shift.week)}: the level moved ${shift.direction}, ${whole(shift.burn, formats)} tokens against ${whole(shift.expected, formats)}.`;

const CASES: Readonly<Record<NamedCase['kind'], string>> = {
  'long run': 'Very long run without a break',
  'seat holder burns tokens': 'Holds a seat, burns tokens',
};

/** The guide's two named cases. */
export function CasesCard(props: { readonly cases: readonly NamedCase[] }): JSX.Element | null {
  const styles = useStyles();
  const { formats } = usePaneContext();
  if (props.cases.length === 0) return null;
  return (
    <Card title="Cases to look at">
      <ShortList
        entries={props.cases}
        first={3}
        what="cases"
        keyOf={(one) => `${one.kind}/${one.user}/${one.product}/${one.from}`}
      >
        {(one) => (
          <>
            <span className={styles.head}>{CASES[one.kind]}</span>
            <p className={styles.line}>
              {one.user}, {one.product}, {spanWords(one.from, one.to, formats)}: {whole(one.tokens, formats)}{' '}
              tokens.
            </p>
            <p className={styles.line}>{one.evidence}</p>
          </>
        )}
      </ShortList>
    </Card>
  );
}
