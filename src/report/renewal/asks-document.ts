/** `Flex Ask List`: one page for the table, in the guide's order of priority. */
import type { Ask } from '../../engine/renewal/types';
import { columnsOf } from '../model/columns';
import type { Provenance, SheetDocument } from '../model/document';
import { SHEETS, TABLES } from '../model/sheet-names';
import { SHEET_COLORS } from '../model/palette';

/** Builds the document. At most six asks: they fit one page across. */
export function renewalAsksDocument(
  asks: readonly Ask[],
  currency: string,
  provenance: Provenance,
): SheetDocument {
  const column = columnsOf(currency);
  return {
    name: SHEETS.asks.name,
    mark: SHEETS.asks.mark,
    blocks: [
      {
        kind: 'text',
        lines: [
          { text: 'Ask list', style: 'title' },
          {
            text: `In order of priority; money in ${currency} a year, of the freezes over their years. The money of one ask alone, not of all together.`,
            style: 'subtitle',
          },
        ],
      },
      {
        kind: 'table',
        name: TABLES.asks,
        columns: [
          column('order', 'No.', 'integer', 6, { align: 'center' }),
          column('lever', 'Lever', 'text', 16),
          column('priority', 'Priority', 'text', 16, { wrap: true }),
          column('ask', 'What to ask for', 'text', 42, { wrap: true }),
          column('low', 'Low', 'money', 11),
          column('mid', 'Expected', 'money', 11),
          column('high', 'High', 'money', 11),
          column('dependency', 'Depends on', 'text', 24, { wrap: true }),
          column('evidence', 'Evidence', 'text', 60, { wrap: true }),
        ],
        rows: asks.map(({ order, lever, priority, ask, money, dependency, evidence }) => [
          order,
          lever,
          priority,
          ask,
          money.low,
          money.mid,
          money.high,
          dependency,
          evidence,
        ]),
        filter: false,
      },
    ],
    charts: [],
    conditional: [],
    gridlines: false,
    tabColor: SHEET_COLORS.tab,
    print: { orientation: 'landscape', onePage: true },
    provenance,
  };
}
