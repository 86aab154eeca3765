/** The user's own tables on `Flex Pool Ledger` and `Flex Monitor`: what they look like, and how a formula notices that they were changed. */
import { columnsOf } from '../model/columns';
import type { CellValue, Column, ColumnKind, TableBlock } from '../model/document';
import { TABLES } from '../model/sheet-names';
import type { MonitorOwnTables, OwnTable, OwnTableKey } from './input';

/** Blank rows kept below the user's last one, to type in. */
export const ROOM = 8;

interface OwnColumn {
  readonly header: string;
  readonly kind: ColumnKind;
  readonly note: string;
  readonly choices?: readonly string[];
  readonly width?: number;
}

interface OwnSpec {
  readonly name: string;
  readonly heading: string;
  readonly note: string;
  readonly columns: readonly OwnColumn[];
}

/** What the Kind of a pack offers. */
export const PACK_KINDS = ['purchase', 'carried forward'] as const;
/** What the Kind of a budget offers. */
export const BUDGET_KINDS = ['team', 'project'] as const;

const FIRST = 34;
const OTHERS = 13;

const TEAM: OwnColumn = {
  header: 'Team',
  kind: 'text',
  note: 'Team as in the usage. Empty: everybody.',
};

const SPECS: Readonly<Record<OwnTableKey, OwnSpec>> = {
  packs: {
    name: TABLES.packs,
    heading: 'Packs (yours)',
    note: 'One row a purchase, from the order or the invoice. Type below the last row and the table grows. Your rows are kept.',
    columns: [
      {
        header: 'Pack',
        kind: 'text',
        note: 'Any name, once: the order number, for example. Empty: Pack 1, Pack 2 …',
      },
      {
        ...TEAM,
        note: 'Team whose tokens they are: a launch is refused when its own balance is short. Empty: one pool for everybody.',
      },
      {
        header: 'Kind',
        kind: 'text',
        note: 'purchase, or carried forward from the term before. Empty: purchase.',
        choices: PACK_KINDS,
        width: 16,
      },
      { header: 'Quantity', kind: 'tokens', note: 'Tokens bought.' },
      {
        header: 'Price',
        kind: 'price',
        note: 'Of one token, after discounts. Quantity × Price is the invoice. Empty for carried-forward tokens that cost nothing.',
      },
      { header: 'Start', kind: 'date', note: 'First day on which the tokens can be used.' },
      {
        header: 'Expiry',
        kind: 'date',
        note: 'Last day on which they can. Empty: 12 months from the start.',
      },
    ],
  },
  transfers: {
    name: TABLES.transfers,
    heading: 'Transfers between teams (yours)',
    note: 'Tokens moved from the packs of one team to another. Each piece keeps its expiry and price.',
    columns: [
      { header: 'Date', kind: 'date', note: 'Day of the transfer.' },
      { header: 'From', kind: 'text', note: 'Team that gave them.' },
      { header: 'To', kind: 'text', note: 'Team that got them.' },
      { header: 'Tokens', kind: 'tokens', note: 'How many, above 0.' },
    ],
  },
  adjustments: {
    name: TABLES.adjustments,
    heading: 'Adjustments (yours)',
    note: 'Corrections after a reconciliation, where the difference cannot be explained. Dated, so that every later balance has them.',
    columns: [
      { header: 'Date', kind: 'date', note: 'Day from whose end it counts.' },
      TEAM,
      {
        header: 'Tokens',
        kind: 'tokens',
        note: 'Below 0: tokens that left without a usage row. Above 0: tokens put back.',
      },
      { header: 'Reason', kind: 'text', note: 'For whoever asks in a year.' },
    ],
  },
  shownBalances: {
    name: TABLES.shownBalances,
    heading: 'Balances that Autodesk shows (yours)',
    note: 'What the account shows at the end of a day. The ledger is reconciled with it, and alerts count from it.',
    columns: [
      { header: 'Date', kind: 'date', note: 'Day at whose end it was shown.' },
      TEAM,
      { header: 'Balance', kind: 'tokens', note: 'Tokens left, as shown.' },
    ],
  },
  budgets: {
    name: TABLES.budgets,
    heading: 'Budgets (yours)',
    note: 'Tokens that a team or a project may burn in a period. Each is watched at the same shares as the pool.',
    columns: [
      { header: 'Name', kind: 'text', note: 'Team or project, as in the usage.' },
      { header: 'Kind', kind: 'text', note: 'team or project.', choices: BUDGET_KINDS },
      { header: 'Tokens', kind: 'tokens', note: 'That may be burned from the first to the last day.' },
      { header: 'From', kind: 'date', note: 'First day.' },
      { header: 'To', kind: 'date', note: 'Last day, counted in.' },
    ],
  },
  holidays: {
    name: TABLES.holidays,
    heading: 'Days off (yours)',
    note: 'Public holidays and closings: on these days little burn is no anomaly.',
    columns: [
      { header: 'Date', kind: 'date', note: 'The day, or the first of several.' },
      { header: 'To', kind: 'date', note: 'Last day of a closing. Empty: one day.' },
      { header: 'Name', kind: 'text', note: 'For you; nothing depends on it.' },
    ],
  },
  spareSeats: {
    name: TABLES.spareSeats,
    heading: 'Spare seats (yours)',
    note: 'Seats you own that nobody holds: who should move to a seat is given one of these first, which costs nothing now.',
    columns: [
      { header: 'Product', kind: 'text', note: 'Product or Collection, as on the rate card.' },
      { header: 'Spare seats', kind: 'integer', note: 'How many nobody holds.' },
    ],
  },
};

/** Name of the native table. */
export function ownTableName(key: OwnTableKey): string {
  return SPECS[key].name;
}

/**
 * The table as it is written: the user's header and rows as given, then room to type in.
 * @param own null = a new table with our columns
 */
export function ownTable(key: OwnTableKey, own: OwnTable | null, currency: string): TableBlock {
  const { name, heading, note } = SPECS[key];
  const columns = ownColumns(key, own, currency);
  const rows = filledRows(own).map((row) => columns.map((_, index): CellValue => row[index] ?? null));
  const blank = Array.from({ length: ROOM }, () => columns.map((): CellValue => null));
  return { kind: 'table', name, heading, note, columns, rows: [...rows, ...blank], filter: false };
}

function ownColumns(key: OwnTableKey, own: OwnTable | null, currency: string): readonly Column[] {
  const column = columnsOf(currency);
  const { columns } = SPECS[key];
  const header = own?.header ?? columns.map((known) => known.header);
  return header.map((text, index): Column => {
    const known = specOf(key, text);
    const width = index === 0 ? FIRST : (known?.width ?? OTHERS);
    return column(`own${index}`, text, known?.kind ?? 'text', width, {
      userOwned: true,
      ...(known === undefined ? {} : { note: known.note }),
      ...(known?.choices === undefined ? {} : { choices: known.choices }),
      // A date in the wide first column would stand far from its label.
      ...(index === 0 ? { align: 'left' as const } : {}),
    });
  });
}

/** Rows up to the last that holds anything. */
function filledRows(own: OwnTable | null): OwnTable['rows'] {
  const rows = own?.rows ?? [];
  let count = rows.length;
  while (count > 0 && (rows[count - 1] ?? []).every((cell) => isBlank(cell))) count -= 1;
  return rows.slice(0, count);
}

/**
 * Conditions of a native formula, one of which holds once a cell of these tables is filled, cleared or changed in its figure.
 * A text changed into another goes unnoticed.
 */
export function changedConditions(own: MonitorOwnTables, keys: readonly OwnTableKey[]): readonly string[] {
  return keys.flatMap((key) => {
    const table = own[key];
    const { name, columns } = SPECS[key];
    const header = table?.header ?? columns.map((known) => known.header);
    const rows = filledRows(table);
    return header.flatMap((text, index): readonly string[] => {
      const known = specOf(key, text);
      if (known === undefined) return [];
      const cells = rows.map((row) => row[index] ?? null);
      const filled = `COUNTA(${name}[${text}])<>${cells.filter((cell) => !isBlank(cell)).length}`;
      if (known.kind === 'text') return [filled];
      const sum = cells.reduce<number>((all, cell) => all + (typeof cell === 'number' ? cell : 0), 0);
      return [filled, `ABS(SUM(${name}[${text}])-${decimalText(sum)})>0.000001`];
    });
  });
}

/** A number inside a formula: never with an exponent, never with a sign that two minuses would follow. */
function decimalText(value: number): string {
  const text = Number(value.toFixed(6)).toString();
  return value < 0 ? `(${text})` : text;
}

function specOf(key: OwnTableKey, header: string): OwnColumn | undefined {
  const word = header.trim().toLowerCase();
  return SPECS[key].columns.find((known) => known.header.toLowerCase() === word);
}

function isBlank(cell: CellValue | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}
