import { bodyCell, columnRect, layout } from '../../src/report/model/layout';
import { comparedWith } from '../../src/report/segments/columns';
import { findingText, summaryDocument } from '../../src/report/segments/summary-document';
import { ratesDocument } from '../../src/report/rates/document';
import { rejectedTable } from '../../src/report/segments/summary-tables';
import { resolveFormula } from '../../src/report/model/formula';
import { segmentsDocument } from '../../src/report/segments/document';
import { stalenessFormula, type RunAssumptions } from '../../src/report/segments/assumptions';
import { cellValue } from '../../src/report/model/cells';
import type { Computed } from '../../src/report/model/document';
import {
  cardTable,
  collectionsTable,
  guideCard,
  readCard,
  readCollections,
  retailCard,
} from '../../src/engine/catalog';
import { segmentUsers, summarizeSegments } from '../../src/engine/segments';
import { readUsage } from '../../src/engine/usage/reader/reader';

const TERMS = { seatDiscount: 0.25, tokenDiscount: 0.1, tokenPrice: 0.3, margin: null };
const RUN: RunAssumptions = { terms: TERMS, currency: 'USD', asOf: 46310, rankingHoursPerDay: 8 };
const PROVENANCE = {
  product: 'Flex Governor',
  version: '0',
  when: '2026-11-01T08:00:00.000Z',
  input: 'Usage!A1:D9',
  inputFingerprint: 'f',
  card: 'guide',
  cardDate: '',
  read: 6,
  used: 6,
  rejected: 0,
  completeness: null,
};
const READING = readUsage(
  [
    ['User', 'Product', 'Date', 'Hours', 'User type'],
    ['ann', 'Revit', 46310, 2000, 'Employee'],
    ['ben', 'Revit', 46010, 30, 'Employee'],
    ['cara', 'Civil 3D', 46300, 2500, 'Contractor'],
    ['dan', 'Autodesk Docs', 46300, 12, 'Employee'],
    ['eve', 'Revit', 46000, 1200, 'Employee'],
    ['eve', 'Civil 3D', 46000, 1200, 'Employee'],
  ],
  { card: guideCard },
);
const { rows: ROWS } = segmentUsers(READING, {
  card: guideCard,
  terms: TERMS,
  asOf: null,
  externalDomains: [],
  rankingHoursPerDay: 8,
});
const SHARED = {
  rows: ROWS,
  run: RUN,
  provenance: PROVENANCE,
  estimated: false,
  window: 'Nov 2025 – Oct 2026',
};
const SEGMENTS_DOCUMENT = segmentsDocument({ ...SHARED, own: new Map(), changes: null });

/** A sum of products with parentheses, e.g. `2000*0.3*(1-0.1)`. */
function worth(text: string): number {
  let at = 0;
  const factor = (): number => {
    if (text[at] === '-') {
      at += 1;
      return -factor();
    }
    if (text[at] === '(') {
      at += 1;
      const inner = sum();
      at += 1;
      return inner;
    }
    const digits = /^[\d.]+(e-?\d+)?/.exec(text.slice(at))?.[0] ?? '';
    if (digits === '') throw new Error(`No number at ${at} of ${text}.`);
    at += digits.length;
    return Number(digits);
  };
  const product = (): number => {
    let value = factor();
    for (; text[at] === '*';) {
      at += 1;
      value *= factor();
    }
    return value;
  };
  const sum = (): number => {
    let value = product();
    for (; text[at] === '+' || text[at] === '-';) {
      const sign = text[at] === '+' ? 1 : -1;
      at += 1;
      value += sign * product();
    }
    return value;
  };
  return sum();
}

/** Works the arithmetic of our own cost formulas out: columns by key, the four assumptions by name. */
function cost(row: (typeof ROWS)[number], key: string): unknown {
  const table = layout(SEGMENTS_DOCUMENT).tables[0]!;
  const index = ROWS.indexOf(row);
  const given = bodyCell(table, index, columnRect(table, key).column);
  if (given.kind === 'value') return given.value;
  const cell = table.block.rows[index]![columnRect(table, key).column] as Computed;
  const inner = resolveFormula(cell.formula, (used) => {
    const value = cost(row, used);
    return typeof value === 'string' ? JSON.stringify(value) : String(value);
  });
  const arithmetic = inner
    .slice(1)
    .replace(
      /IF\("([^"]*)"="([^"]*)",([^,]+),([^)]+)\)/,
      (_, a: string, b: string, yes: string, no: string) => (a === b ? yes : no),
    )
    .replace(/Flex_TokenPrice/g, '0.3')
    .replace(/Flex_TokenDiscount/g, '0.1')
    .replace(/Flex_SeatDiscount/g, '0.25');
  return worth(arithmetic);
}

test('the formulas on Flex Segments give the costs the engine decided with', () => {
  for (const row of ROWS) {
    const expected = {
      flexCost: row.flexCost,
      bestSeatCost: row.bestSeatCost,
      recommendedCost: row.recommendedCost,
      saving: row.saving,
    };
    for (const [key, figure] of Object.entries(expected)) {
      const shown = cost(row, key);
      if (figure === null)
        expect({ user: row.user, key, shown }).toEqual({ user: row.user, key, shown: 'price missing' });
      else expect(shown).toBeCloseTo(figure, 6);
    }
  }
  expect(ROWS.map(comparedWith)).toContain('Flex cost');
  expect(ROWS.map(comparedWith)).toContain('Best seat cost');
});

test('Flex Segments starts with the columns of FLEX.SEGMENT, in their order', () => {
  const headers = layout(SEGMENTS_DOCUMENT).tables[0]!.block.columns.map((column) => column.header);
  expect(headers.slice(0, 10)).toEqual([
    'User',
    'Segment',
    'Recommendation',
    'Primary product',
    'Units',
    'Tokens',
    'Flex cost',
    'Best seat cost',
    'Saving',
    'Reason',
  ]);
  expect(headers).toEqual(
    expect.arrayContaining(['Decision', 'Owner', 'Note', 'Change since last run', 'Harvest candidate']),
  );
});

test('Flex Summary starts its table with the columns of FLEX.SEGMENTSUMMARY, in their order', () => {
  const document = summaryDocument({
    ...SHARED,
    summary: summarizeSegments(ROWS),
    rejected: [],
    gone: [],
    unknown: [],
    warnings: [],
  });
  const table = layout(document).tables.find(({ block }) => block.name === 'FlexSegmentSummary')!;
  expect(table.block.columns.slice(0, 6).map((c) => c.header)).toEqual([
    'Segment',
    'Users',
    'Tokens',
    'Cost',
    'Saving',
    'Price missing',
  ]);
  expect(document.charts[0]?.title).toBe(findingText(summarizeSegments(ROWS), 'USD', false));
  const names = layout(document).names.map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining([
      'Flex_TokenPrice',
      'Flex_TokenDiscount',
      'Flex_SeatDiscount',
      'Flex_Margin',
      'Flex_AsOf',
    ]),
  );
});

test('native formulas keep to functions that LibreOffice 7.4 knows', () => {
  const summary = summaryDocument({
    ...SHARED,
    summary: summarizeSegments(ROWS),
    rejected: [],
    gone: [],
    unknown: [],
    warnings: [],
  });
  const rates = ratesDocument({
    card: guideCard,
    cardTable: cardTable(guideCard),
    collectionsTable: collectionsTable(guideCard),
  });
  const formulas =
    JSON.stringify([SEGMENTS_DOCUMENT, summary, rates]).match(/"=[^"\\]*(?:\\.[^"\\]*)*"/g) ?? [];
  const functions = new Set(formulas.join().match(/[A-Z]{2,}(?=\()/g));
  const known = [
    'IF',
    'OR',
    'AND',
    'TEXT',
    'ISNUMBER',
    'COUNTIFS',
    'SUMIFS',
    'SUM',
    'COUNT',
    'COUNTIF',
    'COUNTA',
    'MAX',
    'MIN',
    'INDEX',
    'SUMPRODUCT',
  ];
  expect([...functions].filter((name) => !known.includes(name))).toEqual([]);
});

test('a changed assumption asks for another run, with what was used and what it is now', () => {
  const formula = stalenessFormula(RUN);
  expect(formula).toContain('Flex_TokenPrice<>0.3');
  expect(formula).toContain('Flex_Margin<>"per product"');
  expect(formula).toContain('Run Segment users again.');
});

test('rejected rows beyond the list are still counted, and the note says where the rest is', () => {
  const many = Array.from({ length: 1500 }, (_, i) => ({
    sheetRow: i,
    address: `Usage!D${i}`,
    column: 'Hours',
    value: 'x',
    reason: 'r',
  }));
  const table = rejectedTable(many, 'Usage!A1:D1501');
  expect(table.rows).toHaveLength(1000);
  expect(table.note).toMatch(/^1,500 rows.*FLEX\.REJECTED/s);
});

test.each([guideCard, retailCard])('Flex Rates of the $name card reads back as that card', (card) => {
  const placed = layout(
    ratesDocument({ card, cardTable: cardTable(card), collectionsTable: collectionsTable(card) }),
  );
  const [rates, collections] = placed.tables.map((table) => [
    table.block.columns.map((column) => column.header),
    ...table.block.rows.map((row) => row.map(cellValue)),
  ]);
  const where = {
    origin: 'Flex Rates!A8:N20',
    name: 'Flex Rates',
    address: (r: number, c: number) => `${r},${c}`,
  };
  const read = readCard(rates!, where);
  const figures = ({
    product,
    basis,
    tokensPerUnit,
    seatPrice,
    onFlex,
    margin,
  }: (typeof card.rows)[number]) => ({
    product,
    basis,
    tokensPerUnit,
    seatPrice,
    onFlex,
    margin,
  });
  expect(read.rows.map(figures)).toEqual(card.rows.map(figures));
  expect(read.tokenPrice).toBe(card.tokenPrice);
  expect(
    readCollections(collections!, where, card.currency).map(({ name, products }) => ({ name, products })),
  ).toEqual(card.collections.map(({ name, products }) => ({ name, products })));
});
