import { makeStyles, tokens } from '@fluentui/react-components';
import type { Ask } from '../../engine/renewal/types';
import type { RenewalOutcome } from '../../excel/contract/renewal';
import { SHEETS } from '../../report/model/sheet-names';
import { Card } from '../frame/card';
import { CellLink } from '../frame/cell-link';
import { Disclosure } from '../frame/disclosure';
import type { Formats } from '../figures/formats';
import { usePaneContext } from '../pane/context';

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    rowGap: tokens.spacingVerticalM,
    margin: 0,
    paddingInlineStart: tokens.spacingHorizontalXL,
    '& p': { margin: 0 },
  },
  name: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** What to ask for, in the guide's order, each ask with its money, what it depends on, and the evidence. */
export function AsksCard(props: { readonly outcome: RenewalOutcome }): JSX.Element {
  const styles = useStyles();
  const { formats } = usePaneContext();
  const { asks, currency, sheets } = props.outcome;
  const sheet = sheets.find(({ name }) => name === SHEETS.asks.name);
  return (
    <Card title="Ask list">
      <ol className={styles.list}>
        {asks.map((ask) => (
          <li key={ask.lever}>
            <span className={styles.name}>{ask.lever}</span>{' '}
            <span className={styles.quiet}>{ask.priority}</span>
            <p>{ask.ask}</p>
            <p className={styles.quiet}>{askMoney(ask, currency, formats)}</p>
            <Disclosure label="Why?" context={`ask for ${ask.lever}`}>
              <p>{ask.evidence}</p>
            </Disclosure>
          </li>
        ))}
      </ol>
      {sheet !== undefined && (
        <div>
          <CellLink address={sheet.address} label={`Show ${sheet.name}`} /> prints on one page.
        </div>
      )}
    </Card>
  );
}

/** "$12,100 to $43,560 a year, $27,830 in the middle. Depends on: Consumption volume." */
export function askMoney({ lever, money, dependency }: Ask, currency: string, formats: Formats): string {
  const amount = (value: number): string => formats.money(value, currency);
  const span = lever === 'Price lock' || lever === 'Rate-card freeze' ? 'over its years' : 'a year';
  return `${amount(money.low)} to ${amount(money.high)} ${span}, ${amount(money.mid)} in the middle. Depends on: ${dependency}.`;
}
