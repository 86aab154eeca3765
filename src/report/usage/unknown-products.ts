/** Products that the card does not know: counted under their own names, to be mapped or added in one step. */
import type { UnknownProduct } from '../../engine/usage';
import { columnsOf } from '../model/columns';
import type { TableBlock } from '../model/document';
import { countText } from '../model/formats';
import { SHEETS, TABLES } from '../model/sheet-names';

const UNIT_WORDS = { hour: 'hours', day: 'days', result: 'results' } as const;

/** @param place table name, where it is not that of `Flex Summary`; two sheets of a workbook cannot share one */
export function unknownProductsTable(
  products: readonly UnknownProduct[],
  name: string = TABLES.unknownProducts,
): TableBlock {
  const column = columnsOf('USD');
  const tokens = products.reduce((sum, product) => sum + product.tokens, 0);
  return {
    kind: 'table',
    name,
    heading: 'Products the card does not know',
    note: `Their ${countText(tokens)} tokens count in every total and stay on Flex; nobody's seat is decided on them. Add a product to ${SHEETS.rates.name}, or use the rates learnt, and run again.`,
    columns: [
      column('product', 'Product', 'text', 30),
      column('rows', 'Rows', 'integer', 16),
      column('people', 'People', 'integer', 14),
      column('units', 'Units', 'units', 14),
      column('unit', 'Unit', 'text', 14),
      column('tokens', 'Tokens', 'tokens', 14, { note: 'Charged, over all rows of the usage.' }),
      column('learnt', 'Rate learnt', 'units', 14, {
        note: 'Tokens a day that most of your own day rows carry.',
      }),
      column('support', 'Days that agree', 'integer', 14),
      column('days', 'Days with tokens', 'integer', 14),
      column('unknownTokens', 'Rows without tokens', 'integer', 14, {
        note: 'Used, without tokens of their own: what they would take is unknown without a rate.',
      }),
    ],
    rows: products.map((product) => [
      product.product,
      product.rows,
      product.people,
      product.units,
      UNIT_WORDS[product.basis],
      product.tokens,
      product.learnt?.rate ?? null,
      product.learnt?.support ?? null,
      product.learnt?.days ?? null,
      product.rowsWithoutTokens,
    ]),
    emptyText: 'None.',
    filter: false,
  };
}
