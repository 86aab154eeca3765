/** `Flex Seats`, `Flex Subscriptions` and `Flex Pins`: templates for what only the user knows. A run reads them and never replaces them. */
import { columnsOf } from '../../model/columns';
import type { CellValue, Column, SheetDocument, TextLine } from '../../model/document';
import { SHEETS, TABLES } from '../../model/sheet-names';
import { SHEET_COLORS } from '../../model/palette';
import { sampleSeats, sampleSubscriptions } from './sample';

/** Empty rows ready to type in; a native table grows when one types below it. */
const ROWS = 12;

export interface TemplateInput {
  /** Rows that go with the sample usage. */
  readonly sample: boolean;
  /** Collections of the rate card in force: what a pin may name beside Flex and Named User. */
  readonly collections: readonly string[];
}

const own = (note: string): Partial<Column> => ({ userOwned: true, note });

/** Who holds which seat. */
export function seatsDocument({ sample }: TemplateInput): SheetDocument {
  const column = columnsOf('USD');
  return template(
    SHEETS.seats,
    TABLES.seats,
    [
      'Who holds which seat',
      'One row a person and seat or Collection, as assigned today. Build portfolio starts from it.',
      'Or delete this sheet, and paste the users export of your Autodesk Account as it is on a new sheet of this name.',
    ],
    [
      column('user', 'User', 'text', 36, own('Key or e-mail as in the usage.')),
      column(
        'product',
        'Product',
        'text',
        30,
        own('Product or Collection, as on the rate card or in the export.'),
      ),
      column(
        'assigned',
        'Assigned',
        'date',
        14,
        own('Day of the assignment, where you know it. Nothing is computed from it.'),
      ),
    ],
    sample ? sampleSeats() : [],
  );
}

/** What is owned, and until when. */
export function subscriptionsDocument({ sample }: TemplateInput): SheetDocument {
  const column = columnsOf('USD');
  return template(
    SHEETS.subscriptions,
    TABLES.subscriptions,
    [
      'Seats owned',
      'One row a subscription: how many seats, and the last day of the term. Spare seats are used first; a seat given up saves money from that day on.',
      'Or delete this sheet, and paste the subscriptions export of your Autodesk Account as it is on a new sheet of this name.',
    ],
    [
      column('offering', 'Product', 'text', 36, own('Product or Collection.')),
      column('quantity', 'Quantity', 'integer', 14, own('Seats of this subscription.')),
      column(
        'start',
        'Start',
        'date',
        14,
        own('First day of the term, where you know it. Nothing is computed from it.'),
      ),
      column(
        'end',
        'End',
        'date',
        14,
        own('Last day of the term. Empty: not known, and then nobody can say what is saved in it.'),
      ),
    ],
    sample ? sampleSubscriptions() : [],
  );
}

/** Decisions that the mix must keep. */
export function pinsDocument({ collections }: TemplateInput): SheetDocument {
  const column = columnsOf('USD');
  return template(
    SHEETS.pins,
    TABLES.pins,
    [
      'Decisions that stay',
      'One row a decision that Build portfolio must keep, whatever it costs: somebody on Flex, on a seat, or on a Collection.',
      'An empty Product means everything the person uses.',
    ],
    [
      column('user', 'User', 'text', 36, own('Key or e-mail as in the usage.')),
      column(
        'product',
        'Product',
        'text',
        30,
        own('As on the rate card. Empty: everything the person uses.'),
      ),
      column('target', 'Keep on', 'text', 26, {
        ...own('Flex, Named User, or the name of a Collection.'),
        choices: ['Flex', 'Named User', ...collections.filter((name) => !name.includes(','))],
      }),
      column('note', 'Note', 'text', 40, own('Why, for those who come after you.')),
    ],
    [],
  );
}

function template(
  { name, mark }: { readonly name: string; readonly mark: string },
  table: string,
  [title, subtitle, body]: readonly [string, string, string],
  columns: readonly Column[],
  rows: readonly (readonly CellValue[])[],
): SheetDocument {
  const lines: readonly TextLine[] = [
    { text: title, style: 'title' },
    { text: subtitle, style: 'subtitle' },
    { text: body, style: 'body' },
  ];
  const blank = columns.map((): CellValue => null);
  return {
    name,
    mark,
    blocks: [
      { kind: 'text', lines },
      {
        kind: 'table',
        name: table,
        columns,
        rows: [...rows, ...Array.from({ length: rows.length === 0 ? ROWS : 4 }, () => blank)],
      },
    ],
    charts: [],
    conditional: [],
    freezeHeaderOf: table,
    gridlines: true,
    tabColor: SHEET_COLORS.tab,
    print: { orientation: 'portrait' },
  };
}
