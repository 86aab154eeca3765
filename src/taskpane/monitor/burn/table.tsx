import { makeStyles, tokens } from '@fluentui/react-components';
import type { MonitorOutcome } from '../../../excel/contract/monitor';
import type { Formats } from '../../figures/formats';
import { usePaneContext } from '../../pane/context';
import { burnColors } from './colors';
import { whole } from '../words';

const useStyles = makeStyles({
  table: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr) auto auto',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXS,
    alignItems: 'center',
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
    '& thead, & tbody, & tr': { display: 'contents' },
    '& th, & td': { padding: 0, fontWeight: tokens.fontWeightRegular, textAlign: 'start' },
    '& th[scope=col]': { color: tokens.colorNeutralForeground2 },
    '& td, & th[data-number]': { textAlign: 'end' },
    '& svg': { display: 'block' },
  },
  sample: { width: '18px', height: '8px', '@media (forced-colors: active)': { forcedColorAdjust: 'none' } },
});

interface Row {
  readonly name: string;
  readonly color: string;
  /** Of the line's dashes; '' = drawn through. */
  readonly dashes: string;
  readonly width: number;
  readonly day: number;
  readonly tokens: string;
}

/** The figures of the burn-down, each beside a sample of its line. */
export function BurnTable(props: { readonly outcome: MonitorOutcome }): JSX.Element {
  const styles = useStyles();
  const { formats, theme } = usePaneContext();
  return (
    <table className={styles.table}>
      <caption hidden>Figures of the burn-down</caption>
      <thead>
        <tr>
          <th scope="col" aria-hidden />
          <th scope="col">Line</th>
          <th scope="col" data-number>
            Day
          </th>
          <th scope="col" data-number>
            Tokens
          </th>
        </tr>
      </thead>
      <tbody>
        {rowsOf(props.outcome, burnColors(theme), formats).map((row) => (
          <tr key={row.name}>
            <td>
              <svg className={styles.sample ?? ''} viewBox="0 0 18 8" aria-hidden focusable="false">
                <path
                  d="M0 4 H18"
                  stroke={row.color}
                  strokeWidth={row.width}
                  strokeDasharray={row.dashes === '' ? undefined : row.dashes}
                />
              </svg>
            </td>
            <th scope="row">{row.name}</th>
            <td>{formats.day(row.day)}</td>
            <td>{row.tokens}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function rowsOf(
  outcome: MonitorOutcome,
  colors: ReturnType<typeof burnColors>,
  formats: Formats,
): readonly Row[] {
  const { total, asOf, burnDown } = outcome;
  const { depletion } = total;
  const expected = burnDown.find((day) => day.day === asOf)?.expected ?? null;
  const left = (path: Float64Array | undefined, day: number): string =>
    whole(Math.max(0, path?.[day - (depletion?.firstDay ?? 0)] ?? 0), formats);
  return [
    {
      name: 'Left',
      color: colors.balance,
      dashes: '',
      width: 2,
      day: asOf,
      tokens: whole(total.balance, formats),
    },
    ...(expected === null
      ? []
      : [
          {
            name: 'Expected',
            color: colors.expected,
            dashes: '2 3',
            width: 1.5,
            day: asOf,
            tokens: whole(expected, formats),
          },
        ]),
    ...(depletion === null
      ? []
      : [
          {
            name: 'Drains fast (P10)',
            color: colors.early,
            dashes: '',
            width: 1,
            day: depletion.p10,
            tokens: left(depletion.balances.p10, depletion.p10),
          },
          {
            name: 'Middle (P50)',
            color: colors.balance,
            dashes: '5 3',
            width: 2,
            day: depletion.p50,
            tokens: left(depletion.balances.p50, depletion.p50),
          },
          {
            name: 'Drains slowly (P90)',
            color: colors.late,
            dashes: '',
            width: 1,
            day: depletion.p90,
            tokens: left(depletion.balances.p90, depletion.p90),
          },
        ]),
  ];
}
