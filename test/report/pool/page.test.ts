import { bodyCell, columnRect, layout } from '../../../src/report/model/layout';
import { CHOICE_LABELS } from '../../../src/report/pool/words';
import { choiceColor, choiceTint, CURVE_COLORS } from '../../../src/report/model/palette';
import { POOL_FIGURES, POOL_NAMES } from '../../../src/report/pool/input';
import { poolDocument } from '../../../src/report/pool/document';
import type { SheetDocument } from '../../../src/report/model/document';
import { formulaSheet } from '../formula-sheet';
import { poolReport, TIERS } from './report';

const PLAIN = poolReport();
const PLAIN_DOCUMENT = poolDocument(PLAIN);
const TIERED = poolReport({ tiers: TIERS, planned: true });
const SIZES = 'FlexPoolSizes';
const CURVE = 'FlexPoolCurve';

test('each size says in one sentence what it assumes, with its figures', () => {
  const [baseline, guide, calibrated, optimal] = formulaSheet(poolDocument(TIERED)).column(SIZES, 'assumes');
  expect(baseline).toBe(
    'The year as it was (Nov 2025 – Oct 2026): no growth, no buffer; planned work adds 1,296 expected tokens.',
  );
  expect(guide).toMatch(/peak ratio 1\.\d+ − 1\) × 3 ÷ 12 = [\d.]+ %, raised to 15 %/);
  expect(calibrated).toMatch(
    /^Resamples 40 projects \(n_eff [\d.]+\) 2,000 times, growth 2 % ± 5 %: 95 % of/,
  );
  expect(optimal).toMatch(
    /missing \$12\.30 .* early \$2\.70, left over worth \$0\.50: critical ratio 0\.\d+, tiers included/,
  );
});

test('the sentence beside rolling lots says when an annual buffer is the wrong instrument', () => {
  const note = (report: typeof PLAIN): string | undefined =>
    layout(poolDocument(report)).tables.find(({ block }) => block.name === 'FlexPoolLots')?.block.note;
  expect(PLAIN.result.warnings.map(({ kind }) => kind)).toContain('wrong instrument');
  expect(note(PLAIN)).toMatch(
    /^An annual buffer is the wrong instrument here: .* Buy [\d,]+ tokens whenever/,
  );
  const calm = { ...PLAIN, result: { ...PLAIN.result, warnings: [] } };
  expect(note(calm)).toMatch(/^An annual buffer fits: /);
  expect(note({ ...PLAIN, result: { ...PLAIN.result, lots: null } })).toBeUndefined();
});

test('rolling lots stand beside the annual pack with the figures of both', () => {
  const lots = PLAIN.result.lots!;
  const sheet = formulaSheet(PLAIN_DOCUMENT);
  expect(sheet.column('FlexPoolLots', 'size')).toEqual([lots.annual.size, lots.lot]);
  expect(sheet.column('FlexPoolLots', 'reorder')).toEqual([null, lots.reorderPoint]);
  expect(sheet.column('FlexPoolLots', 'stockout')).toEqual([lots.annual.stockoutYears, lots.stockoutYears]);
});

test('a project’s name stays text and never becomes a formula; its expected tokens are native', () => {
  const table = layout(poolDocument(TIERED)).tables.find(({ block }) => block.name === 'FlexPoolPlanned')!;
  expect(bodyCell(table, 0, 0)).toEqual({ kind: 'value', value: '=HYPERLINK("x")' });
  const sheet = formulaSheet(poolDocument(TIERED));
  expect(sheet.cell('FlexPoolPlanned', 0, 'expected')).toBeCloseTo(1_296, 9);
  expect(sheet.cell('FlexPoolPlanned', 0, 'replaced')).toBe(590);
});

test('every warning stands on the sheet once, in lines that end on the page', () => {
  const { warnings } = PLAIN.result;
  const repeated = poolDocument({
    ...PLAIN,
    warnings: [warnings[0]!.text, 'Three people are not in Flex People.'],
  });
  const [head] = repeated.blocks;
  const lines = head?.kind === 'text' ? head.lines.filter(({ style }) => style === 'warning') : [];
  expect(lines.map(({ text }) => text).join(' ')).toBe(
    [...warnings.map(({ text }) => text), 'Three people are not in Flex People.'].join(' '),
  );
  expect(Math.max(...lines.map(({ text }) => text.length))).toBeLessThanOrEqual(165);
});

test('every input is a named cell the pane finds again, with a list where only some words are understood', () => {
  const placed = layout(PLAIN_DOCUMENT);
  const names = placed.names.map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining([...Object.values(POOL_NAMES), ...Object.values(POOL_FIGURES)]),
  );
  expect(new Set(names).size).toBe(names.length);
  const inputs = placed.figures.filter(({ figure }) => figure.input === true);
  expect(inputs.map(({ figure }) => figure.name).sort()).toEqual(Object.values(POOL_NAMES).sort());
  expect(inputs.every(({ figure }) => /follow|another run/.test(figure.note ?? ''))).toBe(true);
  const choices = inputs.flatMap(({ figure }) => (figure.choices === undefined ? [] : [figure.choices]));
  expect(choices).toEqual([
    ['all people', 'Flex segments', 'Flex people of the portfolio'],
    ['auto', 'project', 'team', 'department', 'user'],
  ]);
});

test('rejected plan rows and usage rows have lists of their own', () => {
  const reject = {
    sheetRow: 7,
    address: "'Flex Projects'!E7",
    column: 'Products',
    value: 'Mya',
    reason: 'unknown product',
  };
  const placed = layout(poolDocument({ ...PLAIN, plannedRejected: [reject], rejected: [reject, reject] }));
  const rows = (name: string): number | undefined =>
    placed.tables.find(({ block }) => block.name === name)?.block.rows.length;
  expect(rows('FlexPoolPlanRejected')).toBe(1);
  expect(rows('FlexPoolRejected')).toBe(2);
  expect(layout(PLAIN_DOCUMENT).tables.map(({ block }) => block.name)).not.toContain('FlexPoolPlanRejected');
});

test('both charts stand under the sizes, side by side, and nothing lies under them', () => {
  const placed = layout(PLAIN_DOCUMENT);
  const [cost, tokens] = placed.charts;
  expect(placed.charts).toHaveLength(2);
  expect(cost!.left + cost!.chart.width).toBeLessThan(tokens!.left);
  expect(cost!.top).toBe(tokens!.top);
  const top = (row: number): number =>
    [...placed.heights].reduce((sum, [at, height]) => (at < row ? sum + height - 15 : sum), row * 15);
  const sizes = placed.tables.find(({ block }) => block.name === SIZES)!;
  expect(cost!.top).toBeGreaterThanOrEqual(top(sizes.rect.row + sizes.rect.rows));
  const below = placed.texts.find(({ row }) => row > sizes.rect.row + sizes.rect.rows)!;
  expect(cost!.top + cost!.chart.height).toBeLessThanOrEqual(top(below.row));
});

test('the charts draw cost and risk over the size on axes of their own, each chosen size marked where it stands', () => {
  const placed = layout(PLAIN_DOCUMENT);
  const [cost] = placed.charts;
  const curve = placed.tables.find(({ block }) => block.name === CURVE)!;
  const sizes = placed.tables.find(({ block }) => block.name === SIZES)!;
  const lines = cost!.series.filter(({ marker }) => marker === null);
  expect(lines.map(({ name, values, x, secondary }) => ({ name, values, x, secondary }))).toEqual([
    {
      name: 'Expected cost',
      values: columnRect(curve, 'cost'),
      x: columnRect(curve, 'size'),
      secondary: false,
    },
    {
      name: 'Stockout risk',
      values: columnRect(curve, 'risk'),
      x: columnRect(curve, 'size'),
      secondary: true,
    },
  ]);
  const points = cost!.series.filter(({ marker }) => marker !== null);
  expect(points.map(({ name }) => name)).toEqual(Object.values(CHOICE_LABELS));
  points.forEach((point, row) => {
    expect(point.x).toEqual({ row: sizes.body.row + row, column: 1, rows: 1, columns: 1 });
    expect(point.values).toEqual({ ...point.x, column: columnRect(sizes, 'cost').column });
  });
  expect(new Set(points.map(({ marker }) => marker)).size).toBe(4);
  expect(new Set(points.map(({ color }) => color)).size).toBe(4);
});

test('the colour of a chosen size is its own: no line of the charts has it', () => {
  const kinds = ['baseline', 'guide', 'calibrated', 'optimal'] as const;
  const lines: readonly string[] = Object.values(CURVE_COLORS);
  for (const kind of kinds) {
    expect(lines).not.toContain(choiceColor(kind));
    expect(choiceTint(kind)).not.toBe(choiceColor(kind));
  }
  expect(new Set(kinds.map((kind) => choiceColor(kind, 'dark'))).size).toBe(4);
});

test('native formulas keep to functions and lengths that Excel 2016 and LibreOffice 7.4 take', () => {
  const classes = [{ name: 'Lead', people: 1, tokens: 10, disruption: 20 }];
  const documents = [PLAIN_DOCUMENT, poolDocument(TIERED), poolDocument(poolReport({ classes }))];
  const known = [
    'ABS',
    'COUNT',
    'IF',
    'INDEX',
    'ISNUMBER',
    'MATCH',
    'MAX',
    'MIN',
    'OR',
    'ROWS',
    'SUM',
    'SUMIFS',
    'SUMPRODUCT',
    'TEXT',
  ];
  for (const document of documents) {
    const formulas = formulasOf(document);
    expect(formulas.length).toBeGreaterThan(20);
    for (const formula of formulas) {
      expect(formula.length).toBeLessThan(8_192);
      const literals = formula.match(/"(?:[^"]|"")*"/g) ?? [];
      expect(Math.max(0, ...literals.map((literal) => literal.length - 2))).toBeLessThanOrEqual(255);
      const functions = formula.replace(/"(?:[^"]|"")*"/g, '').match(/[A-Z]{2,}(?=\()/g) ?? [];
      expect(functions.filter((name) => !known.includes(name))).toEqual([]);
    }
  }
});

function formulasOf(document: SheetDocument): readonly string[] {
  return document.blocks.flatMap((block) => {
    if (block.kind === 'text') return block.lines.flatMap(({ formula }) => formula ?? []);
    if (block.kind === 'figures') return block.figures.flatMap(({ formula }) => formula ?? []);
    return block.rows
      .flat()
      .flatMap((cell) => (typeof cell === 'object' && cell !== null ? cell.formula : []));
  });
}
