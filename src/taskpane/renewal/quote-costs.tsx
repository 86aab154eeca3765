import { makeStyles, tokens } from '@fluentui/react-components';
import type { QuoteFigures } from '../../engine/renewal/types';
import type { RenewalOutcome } from '../../excel/contract/renewal';
import { Card } from '../frame/card';
import { Disclosure } from '../frame/disclosure';
import type { Formats } from '../figures/formats';
import { FigureTable } from '../figures/table';
import { usePaneContext } from '../pane/context';
import { cheapestSentence } from './words';

const useStyles = makeStyles({
  line: { margin: 0 },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL, overflowWrap: 'anywhere' },
});

/** What each quote costs in a lean, a median and a full year's demand, which is the cheapest, and what of it nobody needs. */
export function QuoteCosts(props: { readonly outcome: RenewalOutcome }): JSX.Element | null {
  const styles = useStyles();
  const { formats } = usePaneContext();
  const { outcome } = props;
  const { quotes, currency } = outcome;
  if (quotes.length === 0) return null;
  return (
    <Card title="Quotes compared">
      <FigureTable
        caption="Cost of each quote over the years compared, by demand"
        columns={['Demand', 'P10', 'P50', 'P90']}
        rows={quotes.map(({ name, cases }) => ({
          name,
          cells: cases.map(({ cost }) => formats.money(cost, currency)),
        }))}
      />
      <p className={styles.line}>{cheapestSentence(outcome)}</p>
      {quotes.map((quote) => (
        <Disclosure key={quote.name} label={`Lines of ${quote.name}`}>
          <ul className={styles.list}>
            {quote.lines.map((line, index) => (
              <li key={`${index}/${line.item}`}>{lineSentence(line, currency, formats)}</li>
            ))}
          </ul>
          <p className={styles.line}>{quote.text}</p>
        </Disclosure>
      ))}
    </Card>
  );
}

/** "Flex tokens: 5,000 at $2.85, $14,250 a year; 1,200 above need, $3,420." */
export function lineSentence(
  { item, quantity, netPrice, yearCost, above, aboveCost, needed }: QuoteFigures['lines'][number],
  currency: string,
  formats: Formats,
): string {
  const count = (value: number): string => formats.count(Math.round(value));
  const need =
    needed === null || above === null
      ? 'no need is known'
      : above > 0
        ? `${count(above)} above need, ${formats.money(aboveCost ?? 0, currency)}`
        : `nothing above the need of ${count(needed)}`;
  return `${item}: ${count(quantity)} at ${formats.price(netPrice, currency)}, ${formats.money(yearCost, currency)} a year; ${need}.`;
}
