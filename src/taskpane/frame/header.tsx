import { makeStyles, tokens } from '@fluentui/react-components';
import { cardCharge, cardTitle } from './words';
import { openAlerts } from '../monitor/state';
import { usePaneContext } from '../pane/context';

const useStyles = makeStyles({
  header: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL} ${tokens.spacingVerticalS}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  name: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    letterSpacing: '-0.01em',
  },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'max-content minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    '& dt': { color: tokens.colorNeutralForeground3 },
    '& dd': { margin: 0, color: tokens.colorNeutralForeground1, fontVariantNumeric: 'tabular-nums' },
  },
  quiet: { display: 'block', color: tokens.colorNeutralForeground3 },
});

/** Product, the rate card in force and its date, how fresh the data is, and open alerts where there is a register. */
export function Header(): JSX.Element {
  const styles = useStyles();
  const { state, formats } = usePaneContext();
  const open = openAlerts(state.monitor);
  const card = state.inspection?.card ?? state.cards.find((c) => c.name === state.settings?.card);
  return (
    <header className={styles.header}>
      <h1 className={styles.name}>Flex Governor</h1>
      <dl className={styles.facts}>
        <dt>Rate card</dt>
        <dd>
          {card === undefined ? (
            'none yet'
          ) : card.currency === '' ? (
            `${cardTitle(card)}, cannot be read`
          ) : (
            <>
              {cardTitle(card)}, {cardCharge(card)}, {formats.price(card.tokenPrice, card.currency)} a token
              <span className={styles.quiet}>
                {card.date === '' ? 'figures undated' : `figures of ${formats.date(card.date)}`}
              </span>
            </>
          )}
        </dd>
        <dt>Data</dt>
        <dd>{freshness(state, formats)}</dd>
        {state.monitor.alerts !== null && (
          <>
            <dt>Alerts</dt>
            <dd>{open === 0 ? 'none open' : `${formats.count(open)} open`}</dd>
          </>
        )}
      </dl>
    </header>
  );
}

function freshness(
  state: ReturnType<typeof usePaneContext>['state'],
  formats: ReturnType<typeof usePaneContext>['formats'],
): string {
  if (state.inspection === null) return state.reading === null ? 'not read yet' : 'reading';
  const { asOf, last } = state.inspection.window;
  const until = asOf !== '' ? formats.date(asOf) : last;
  const dated = until === '' ? 'read, without dates' : `to ${until}`;
  return state.dataChanged ? `${dated} · changed since it was read` : dated;
}
