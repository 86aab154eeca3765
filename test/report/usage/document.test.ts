import { guideCard } from '../../../src/engine/catalog';
import { historyOf, mergeHistory, NO_HISTORY, type History } from '../../../src/engine/monitor';
import { serialOf } from '../../../src/engine/numeric';
import { readUsage } from '../../../src/engine/usage/reader/reader';
import type { RawCell } from '../../../src/engine/usage';
import { cellValue } from '../../../src/report/model/cells';
import { layout } from '../../../src/report/model/layout';
import { SHEETS, TABLES } from '../../../src/report/model/sheet-names';
import { USAGE_ROWS_MOST, usageDocument } from '../../../src/report/usage/document';
import type { TableBlock } from '../../../src/report/model/document';

const MON = serialOf(2026, 3, 2);
const PROVENANCE = {
  product: 'Flex Governor',
  version: '0',
  when: '2026-03-16T08:00:00.000Z',
  input: 'Export!A1:F4',
  inputFingerprint: 'f',
  card: 'guide',
  cardDate: '',
  read: 3,
  used: 3,
  rejected: 0,
  completeness: null,
};

function history(rows: readonly (readonly RawCell[])[]): History {
  const header = ['User', 'Product', 'Date', 'Hours', 'Tokens', 'Team', 'Access'];
  return historyOf(readUsage([header, ...rows], { card: guideCard }));
}

const OLD = history([
  ['ann', 'Revit', MON, 2, 10, 'MEP'],
  ['=cmd|x', 'AutoCAD', MON + 1, 2, 2, '+Site'],
]);
const NEW = history([
  ['ann', 'Revit', MON, 3, 15, 'MEP'],
  ['ann', 'Revit', MON + 8, 4, '', 'MEP', 'Subscription'],
]);
const { history: JOINED, preview: PREVIEW } = mergeHistory(OLD, NEW);
const DOCUMENT = usageDocument({ history: JOINED, append: PREVIEW, provenance: PROVENANCE });
const TABLE = DOCUMENT.blocks.find((block): block is TableBlock => block.kind === 'table')!;

function figures(document = DOCUMENT): Readonly<Record<string, unknown>> {
  return Object.fromEntries(layout(document).figures.map(({ figure }) => [figure.label, figure.value]));
}

function lines(document = DOCUMENT): readonly string[] {
  return layout(document).texts.map(({ cell }) => String(cell.kind === 'value' ? cell.value : cell.formula));
}

test('the sheet says who, what and until when it holds, and what the last append did', () => {
  expect(DOCUMENT).toMatchObject({ ...SHEETS.usage, provenance: PROVENANCE });
  expect(lines()[1]).toBe('Usage as of 2026-03-10; last appended from Export!A1:F4; rate card guide');
  expect(figures()).toMatchObject({
    People: 2,
    Products: 2,
    'First day': MON,
    'Last day': MON + 8,
    Rows: 3,
    Tokens: 17,
    'Days of the export': '2026-03-02 to 2026-03-10',
    New: 1,
    Changed: 1,
    Same: 0,
    Kept: 1,
    Missing: 4,
    'Tokens before': 12,
    'Tokens after': 17,
    Input: 'Export!A1:F4',
  });
});

test('working days without rows are named, with what to do', () => {
  expect(lines()).toContain(
    '4 working days without any row: 2026-03-04 to 2026-03-09. If people worked then, export those days and append them.',
  );
  const complete = usageDocument({
    history: JOINED,
    append: { ...PREVIEW, missing: [], missingDays: 0 },
    provenance: PROVENANCE,
  });
  expect(lines(complete).join()).not.toMatch(/without any row/);
});

test('the table is one that usage reads back to the same history', () => {
  expect(TABLE.name).toBe(TABLES.usage);
  const range = [TABLE.columns.map(({ header }) => header), ...TABLE.rows.map((row) => row.map(cellValue))];
  const again = historyOf(readUsage(range, { card: guideCard }));
  expect(again).toEqual(JOINED);
});

test('text from an export that looks like a formula is a value of the table, not a formula', () => {
  expect(TABLE.rows.flat()).toEqual(expect.arrayContaining(['=cmd|x', '+Site']));
  expect(TABLE.rows.flat().some((cell) => typeof cell === 'object' && cell !== null)).toBe(false);
});

test('columns nobody filled are left out, and every name, key and header stands once', () => {
  const headers = TABLE.columns.map(({ header }) => header);
  expect(headers).toEqual(['User', 'Product', 'Date', 'Hours', 'Tokens', 'Team', 'Access']);
  expect(new Set(TABLE.columns.map(({ key }) => key)).size).toBe(headers.length);
  const { names, tables } = layout(DOCUMENT);
  expect(new Set(names.map(({ name }) => name)).size).toBe(6);
  expect(tables[0]!.body.rows).toBe(3);
});

test('an export that names no people, and a sheet before the first append, say so instead of counting 0', () => {
  const nameless = historyOf(
    readUsage(
      [
        ['Product', 'Date', 'Tokens'],
        ['Revit', MON, 10],
      ],
      { card: guideCard },
    ),
  );
  expect(figures(usageDocument({ history: nameless, append: null, provenance: PROVENANCE }))).toMatchObject({
    People: 'not named',
    Rows: 1,
    Tokens: 10,
  });
  const empty = usageDocument({ history: NO_HISTORY, append: null, provenance: PROVENANCE });
  expect(figures(empty)).toMatchObject({ 'First day': 'none', Rows: 0 });
  expect(figures(empty)).not.toHaveProperty('New');
});

test('a history longer than a sheet is refused before anything is written', () => {
  const long = { ...JOINED, rows: USAGE_ROWS_MOST + 1 };
  expect(() => usageDocument({ history: long, append: PREVIEW, provenance: PROVENANCE })).toThrow(
    /1,048,501 rows, and Flex Usage holds 1,048,500\. Delete the oldest days/,
  );
  const used = layout(DOCUMENT).used.rows - JOINED.rows;
  expect(used + USAGE_ROWS_MOST).toBeLessThanOrEqual(1_048_576);
});
