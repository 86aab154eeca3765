import { makeStyles, tokens } from '@fluentui/react-components';
import type { PortfolioMoney } from '../../engine/portfolio/types';
import type { PortfolioOutcome } from '../../excel/contract/portfolio';
import { segmentColor } from '../../report/model/palette';
import { Card } from '../frame/card';
import type { Formats } from '../figures/formats';
import { usePaneContext } from '../pane/context';

const useStyles = makeStyles({
  bars: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXS,
    alignItems: 'center',
  },
  track: { display: 'flex', height: '12px', columnGap: '1px' },
  part: { height: '100%', '@media (forced-colors: active)': { forcedColorAdjust: 'none' } },
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: 'tabular-nums',
    '& th, & td': {
      padding: '2px 0',
      fontWeight: tokens.fontWeightRegular,
      textAlign: 'start',
      verticalAlign: 'top',
    },
    '& th[scope=col]': { color: tokens.colorNeutralForeground2 },
    '& td, & th[data-number]': { textAlign: 'end', paddingInlineStart: tokens.spacingHorizontalS },
    '& tfoot th, & tfoot td': {
      fontWeight: tokens.fontWeightSemibold,
      borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    },
  },
  name: { display: 'inline-flex', alignItems: 'center', columnGap: tokens.spacingHorizontalXS },
  amount: { display: 'block', color: tokens.colorNeutralForeground2 },
  swatch: {
    width: '10px',
    height: '10px',
    borderRadius: tokens.borderRadiusSmall,
    '@media (forced-colors: active)': { forcedColorAdjust: 'none' },
  },
});

interface Part {
  readonly name: string;
  readonly segment: Parameters<typeof segmentColor>[0];
  cost(money: PortfolioMoney): number;
  amount(money: PortfolioMoney, formats: Formats): string;
}

const PARTS: readonly Part[] = [
  {
    name: 'Seats',
    segment: 'Named User',
    cost: (money) => money.seatCost,
    amount: (money, formats) => formats.counted(money.seats, 'seat', 'seats'),
  },
  {
    name: 'Collections',
    segment: 'Collection',
    cost: (money) => money.collectionCost,
    amount: (money, formats) => formats.counted(money.collections, 'seat', 'seats'),
  },
  {
    name: 'Flex tokens',
    segment: 'Flex – low utilisation',
    cost: (money) => money.tokenCost,
    amount: (money, formats) => formats.counted(Math.round(money.tokensBought), 'token', 'tokens'),
  },
];

/** Seats, Collections and tokens, today against proposed: a bar each, and the figures as a table. */
export function MoneyBars(props: { readonly outcome: PortfolioOutcome }): JSX.Element {
  const styles = useStyles();
  const { theme, formats } = usePaneContext();
  const { summary, currency } = props.outcome;
  const { today, proposed } = summary;
  const columns: readonly (readonly [string, PortfolioMoney])[] =
    today === null
      ? [['Proposed', proposed]]
      : [
          ['Today', today],
          ['Proposed', proposed],
        ];
  const most = Math.max(1, ...columns.map(([, money]) => money.cost));
  return (
    <Card title={today === null ? 'What the mix holds' : 'Today against proposed'}>
      <div className={styles.bars} aria-hidden>
        {columns.map(([name, money]) => (
          <Bar key={name} name={name} money={money} most={most} />
        ))}
      </div>
      <table className={styles.table}>
        <caption hidden>Cost a year by part</caption>
        <thead>
          <tr>
            <th scope="col">A year</th>
            {columns.map(([name]) => (
              <th key={name} scope="col" data-number>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {PARTS.map((part) => (
            <tr key={part.name}>
              <th scope="row">
                <span className={styles.name}>
                  <span
                    className={styles.swatch}
                    style={{ backgroundColor: segmentColor(part.segment, theme) }}
                    aria-hidden
                  />
                  {part.name}
                </span>
              </th>
              {columns.map(([name, money]) => (
                <td key={name}>
                  {formats.money(part.cost(money), currency)}
                  <span className={styles.amount}>{part.amount(money, formats)}</span>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Total cost</th>
            {columns.map(([name, money]) => (
              <td key={name}>{formats.money(money.cost, currency)}</td>
            ))}
          </tr>
        </tfoot>
      </table>
    </Card>
  );
}

function Bar(props: {
  readonly name: string;
  readonly money: PortfolioMoney;
  readonly most: number;
}): JSX.Element {
  const styles = useStyles();
  const { theme } = usePaneContext();
  const { name, money, most } = props;
  return (
    <>
      <span>{name}</span>
      <div className={styles.track}>
        {PARTS.map((part) => (
          <div
            key={part.name}
            className={styles.part}
            style={{
              width: `${(100 * Math.max(0, part.cost(money))) / most}%`,
              backgroundColor: segmentColor(part.segment, theme),
            }}
          />
        ))}
      </div>
    </>
  );
}
