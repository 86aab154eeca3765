import { makeStyles, tokens } from '@fluentui/react-components';
import type { MonitorOutcome } from '../../../excel/contract/monitor';
import { lastsToExpiry } from '../../../report/monitor/words';
import { Card } from '../../frame/card';
import type { Formats } from '../../figures/formats';
import { usePaneContext } from '../../pane/context';
import { burnColors } from './colors';
import { bandPath, burnFrame, FRAME, linePath } from './frame';
import { BurnTable } from './table';
import { depletionWords, whole } from '../words';

const useStyles = makeStyles({
  chart: {
    width: '100%',
    height: 'auto',
    fontSize: '11px',
    fontVariantNumeric: 'tabular-nums',
    '& text': { fill: tokens.colorNeutralForeground2 },
    '@media (forced-colors: active)': { forcedColorAdjust: 'none', '& text': { fill: 'CanvasText' } },
  },
  grid: { stroke: tokens.colorNeutralStroke2, strokeWidth: 1 },
  today: {
    stroke: tokens.colorNeutralForeground3,
    strokeWidth: 1,
    strokeDasharray: '2 3',
    '@media (forced-colors: active)': { stroke: 'CanvasText' },
  },
});

/** The pool day by day: what was left, what the expected curve had, and how it may drain. The same figures stand below as a table. */
export function BurnDown(props: { readonly outcome: MonitorOutcome }): JSX.Element | null {
  const styles = useStyles();
  const { formats, theme } = usePaneContext();
  const { outcome } = props;
  const { burnDown, asOf } = outcome;
  const frame = burnFrame(burnDown);
  if (frame === null) return null;
  const { width, height, left, right, top, bottom } = FRAME;
  const colors = burnColors(theme);
  const line = { fill: 'none', strokeLinejoin: 'round' } as const;
  return (
    <Card title="Burn-down">
      <svg
        className={styles.chart ?? ''}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={burnDownName(outcome, formats)}
        focusable="false"
      >
        {frame.levels.map((level) => (
          <g key={level}>
            <line
              className={styles.grid ?? ''}
              x1={left}
              x2={width - right}
              y1={frame.y(level)}
              y2={frame.y(level)}
            />
            <text x={left - 4} y={frame.y(level) + 4} textAnchor="end">
              {formats.count(level)}
            </text>
          </g>
        ))}
        <path d={bandPath(burnDown, frame)} fill={colors.balance} fillOpacity={0.16} />
        <path
          d={linePath(burnDown, 'expected', frame)}
          {...line}
          stroke={colors.expected}
          strokeWidth={1.5}
          strokeDasharray="2 3"
        />
        <path d={linePath(burnDown, 'p10', frame)} {...line} stroke={colors.early} strokeWidth={1} />
        <path d={linePath(burnDown, 'p90', frame)} {...line} stroke={colors.late} strokeWidth={1} />
        <path
          d={linePath(burnDown, 'p50', frame)}
          {...line}
          stroke={colors.balance}
          strokeWidth={2}
          strokeDasharray="5 3"
        />
        <path d={linePath(burnDown, 'balance', frame)} {...line} stroke={colors.balance} strokeWidth={2} />
        <line
          className={styles.today ?? ''}
          x1={frame.x(asOf)}
          x2={frame.x(asOf)}
          y1={top}
          y2={height - bottom}
        />
        {frame.days.map((day, index) => (
          <text
            key={day}
            x={frame.x(day)}
            y={height - 6}
            textAnchor={index === 0 ? 'start' : index === frame.days.length - 1 ? 'end' : 'middle'}
          >
            {index === 0 ? formats.day(day) : formats.dayBeside(day, frame.days[index - 1] ?? day)}
          </text>
        ))}
        <text x={left} y={top - 6}>
          Tokens left
        </text>
      </svg>
      <BurnTable outcome={outcome} />
    </Card>
  );
}

/** The drawing in words. */
export function burnDownName(outcome: MonitorOutcome, formats: Formats): string {
  const { total, asOf, burnDown } = outcome;
  const now = `On ${formats.day(asOf)} ${whole(total.balance, formats)} of ${whole(total.pool, formats)} tokens are left`;
  const expected = burnDown.find((day) => day.day === asOf)?.expected ?? null;
  const beside = expected === null ? '.' : `; the expected curve has ${whole(expected, formats)}.`;
  const { depletion } = total;
  if (depletion === null) return `${now}${beside} How it drains cannot be told.`;
  const end = lastsToExpiry(total)
    ? `The pool lasts until its packs expire, ${depletionWords(depletion, formats)}.`
    : `The pool runs out about ${depletionWords(depletion, formats)}.`;
  return `${now}${beside} ${end}`;
}
