import { missizeCost } from '../../../src/engine/pool';
import type { PoolChoice } from '../../../src/engine/pool/types';
import { CHOICE_LABELS } from '../../../src/report/pool/words';
import { layout } from '../../../src/report/model/layout';
import { NOT_SOLD } from '../../../src/report/pool/tables';
import { POOL_FIGURES, POOL_NAMES } from '../../../src/report/pool/input';
import { poolDocument } from '../../../src/report/pool/document';
import type { CellValue, SheetDocument } from '../../../src/report/model/document';
import { formulaSheet } from '../formula-sheet';
import { poolReport, TIERS } from './report';

const PLAIN = poolReport();
const PLAIN_DOCUMENT = poolDocument(PLAIN);
const TIERED = poolReport({ tiers: TIERS, planned: true });
const SIZES = 'FlexPoolSizes';
const CURVE = 'FlexPoolCurve';

/** The document after a user typed rows into one of its tables. */
function typedInto(
  document: SheetDocument,
  table: string,
  rows: readonly (readonly CellValue[])[],
): SheetDocument {
  const blocks = document.blocks.map((block) =>
    block.kind === 'table' && block.name === table ? { ...block, rows } : block,
  );
  return { ...document, blocks };
}

function staleness(document: SheetDocument, typed: Readonly<Record<string, CellValue>> = {}): string {
  return String(formulaSheet(document, typed).texts.find((text) => String(text).startsWith('Computed at')));
}

function choice(report: typeof PLAIN, kind: PoolChoice['kind']): PoolChoice {
  return report.result.choices.find((candidate) => candidate.kind === kind)!;
}

test.each([
  ['one price and a salvage cap', PLAIN],
  ['volume tiers and planned work', TIERED],
  [
    'nothing worth buying early',
    poolReport({
      prices: { topUpPrice: 1, disruption: 0 },
      over: { assumptions: { ...PLAIN.assumptions, topUpPrice: 1, disruption: 0 } },
    }),
  ],
])('with %s, every price and cost on the sheet is the engine’s, to the cent', (_, report) => {
  const sheet = formulaSheet(poolDocument(report));
  report.result.choices.forEach((size, row) => {
    expect(sheet.cell(SIZES, row, 'price')).toBeCloseTo(size.price, 9);
    expect(sheet.cell(SIZES, row, 'cost')).toBeCloseTo(size.cost, 4);
  });
  const sold = report.result.curve.filter(({ price }) => price !== null);
  expect(sheet.column(CURVE, 'size')).toEqual(sold.map(({ size }) => size));
  sold.forEach((point, row) => {
    expect(sheet.cell(CURVE, row, 'price')).toBeCloseTo(point.price!, 9);
    expect(sheet.cell(CURVE, row, 'cost')).toBeCloseTo(point.cost!, 4);
  });
});

test('the headline and the key figures say the sizes of the table', () => {
  const sheet = formulaSheet(PLAIN_DOCUMENT);
  const size = (kind: PoolChoice['kind']): string => choice(PLAIN, kind).size.toLocaleString('en-US');
  expect(sheet.texts[2]).toBe(
    `${size('calibrated')} tokens carry the year at 5 % risk; the guide's rule gives ${size('guide')}, the cheapest size is ${size('optimal')}`,
  );
  expect(sheet.named(POOL_FIGURES.baseline)).toBe(PLAIN.result.baseline);
  expect(sheet.named(POOL_FIGURES.guide)).toBe(choice(PLAIN, 'guide').size);
  expect(sheet.named(POOL_FIGURES.calibrated)).toBe(choice(PLAIN, 'calibrated').size);
  expect(sheet.named(POOL_FIGURES.optimal)).toBe(choice(PLAIN, 'optimal').size);
  expect(sheet.named(POOL_FIGURES.corrected)).toBe(PLAIN.result.corrected.size);
  expect(sheet.named(POOL_FIGURES.effectiveClusters)).toBe(PLAIN.result.effectiveClusters);
  expect(sheet.figure('Calibrated against the guide')).toBe(
    choice(PLAIN, 'calibrated').size - choice(PLAIN, 'guide').size,
  );
});

test('an estimate from a scaled history says "about"', () => {
  const text = String(formulaSheet(poolDocument({ ...PLAIN, estimated: true })).texts[2]);
  expect(text).toMatch(
    /^About [\d,]+ tokens carry the year .* gives about [\d,]+, the cheapest size is about /,
  );
});

test('right after a run the sheet says nothing has changed; a moved tolerance asks for another run', () => {
  expect(staleness(PLAIN_DOCUMENT)).toMatch(/^Computed at tolerance 5\.0%.*; inputs unchanged since\.$/);
  expect(staleness(poolDocument(TIERED))).toMatch(/3 price tiers; inputs unchanged since\.$/);
  const moved = staleness(PLAIN_DOCUMENT, { [POOL_NAMES.tolerance]: 0.08 });
  expect(moved).toContain('Now: tolerance 8.0%, growth 2.0% (spread 5.0%), all people, clusters by auto');
  expect(moved).toMatch(/run Size pool again\.$/);
});

test.each([
  [POOL_NAMES.growthMean, 0.1],
  [POOL_NAMES.growthSpread, 0.2],
  [POOL_NAMES.people, 'Flex segments'],
  [POOL_NAMES.clusterBy, 'team'],
  [POOL_NAMES.bundle, 500],
  [POOL_NAMES.leadDays, 30],
  [POOL_NAMES.salvageShare, 1],
  [POOL_NAMES.seed, 2],
])('a changed %s, which the simulation depends on, asks for another run', (name, value) => {
  expect(staleness(PLAIN_DOCUMENT, { [name]: value })).toMatch(/\. Now: .*run Size pool again\.$/);
});

test.each([
  POOL_NAMES.tokenPrice,
  POOL_NAMES.tokenDiscount,
  POOL_NAMES.topUpPrice,
  POOL_NAMES.disruption,
  POOL_NAMES.salvage,
])(
  'a changed %s moves the costs at once, and the sheet says that the cheapest size does not follow',
  (name) => {
    const typed = { [name]: 0.25 };
    const before = formulaSheet(PLAIN_DOCUMENT).cell(SIZES, 2, 'cost');
    expect(formulaSheet(PLAIN_DOCUMENT, typed).cell(SIZES, 2, 'cost')).not.toBe(before);
    expect(staleness(PLAIN_DOCUMENT, typed)).toContain('Prices have changed since: costs below follow');
  },
);

test('tiers typed into an empty tier table price every size, in whatever order they are typed', () => {
  const document = typedInto(PLAIN_DOCUMENT, 'FlexPoolTiers', [
    [40_000, 2],
    [30_000, 2.5],
    [null, null],
  ]);
  const sheet = formulaSheet(document);
  const prices = sheet.column(CURVE, 'price');
  sheet.column(CURVE, 'size').forEach((size, row) => {
    expect(prices[row]).toBe(Number(size) < 30_000 ? NOT_SOLD : Number(size) < 40_000 ? 2.5 : 2);
  });
  expect(prices).toEqual(expect.arrayContaining([NOT_SOLD, 2.5, 2]));
  expect(sheet.column(CURVE, 'cost')).toContain(NOT_SOLD);
  expect(staleness(document)).toContain('Prices have changed since');
});

test.each([
  ['its price', 40_000, null],
  ['its quantity', null, 2],
])('a tier whose row still lacks %s prices nothing as free', (_, from, price) => {
  const alone = formulaSheet(typedInto(PLAIN_DOCUMENT, 'FlexPoolTiers', [[from, price]]));
  expect(new Set(alone.column(CURVE, 'price'))).toEqual(new Set([choice(PLAIN, 'guide').price]));
  const beside = typedInto(PLAIN_DOCUMENT, 'FlexPoolTiers', [
    [from, price],
    [1_000, 2.5],
  ]);
  expect(new Set(formulaSheet(beside).column(CURVE, 'price'))).toEqual(new Set([2.5]));
});

test('a tier table is never too small to type in, and its rows are the user’s', () => {
  const rows = (document: SheetDocument): number =>
    layout(document).tables.find(({ block }) => block.name === 'FlexPoolTiers')!.body.rows;
  expect(rows(PLAIN_DOCUMENT)).toBe(6);
  expect(
    rows(
      poolDocument({
        ...TIERED,
        input: {
          ...TIERED.input,
          prices: {
            ...TIERED.input.prices,
            tiers: Array.from({ length: 7 }, (_, i) => ({ from: i * 100, price: 3 })),
          },
        },
      }),
    ),
  ).toBe(9);
});

test('the tolerance means the money the guide’s reader expects: 5 % at $3.00 is $57 a token, $570 a Revit day', () => {
  const full = poolReport({
    over: { assumptions: { ...PLAIN.assumptions, tokenDiscount: 0, salvage: 0 } },
  });
  const sheet = formulaSheet(poolDocument(full));
  expect(sheet.figure('A missing token must cost')).toBeCloseTo(57, 9);
  expect(sheet.figure('So a blocked day is valued at')).toBeCloseTo(570, 9);
  const cheaper = formulaSheet(poolDocument(full), { [POOL_NAMES.tokenPrice]: 2.7 });
  expect(cheaper.figure('A missing token must cost')).toBeCloseTo(51.3, 9);
  expect(cheaper.figure('So a blocked day is valued at')).toBeCloseTo(513, 9);
});

test('the tolerance and its money agree with the engine, both ways round', () => {
  const { meaning } = PLAIN.result;
  const sheet = formulaSheet(PLAIN_DOCUMENT);
  expect(sheet.figure('An unused token costs')).toBeCloseTo(meaning.unusedToken, 9);
  expect(sheet.figure('A missing token must cost')).toBeCloseTo(meaning.missingToken, 9);
  expect(sheet.figure('Which implies a tolerance of')).toBeCloseTo(meaning.impliedTolerance!, 9);
  const cheapTopUp = { [POOL_NAMES.topUpPrice]: 1, [POOL_NAMES.disruption]: 0 };
  expect(formulaSheet(PLAIN_DOCUMENT, cheapTopUp).figure('Which implies a tolerance of')).toBe('none');
});

test('mis-sizing costs size × share × price: the guide’s 10 % of 50,000 at $3.00 is $15,000', () => {
  const { result } = PLAIN;
  const guide = { ...choice(PLAIN, 'guide'), size: 50_000 };
  const report = {
    ...PLAIN,
    result: { ...result, choices: result.choices.map((c) => (c.kind === 'guide' ? guide : c)) },
  };
  const sheet = formulaSheet(poolDocument(report), { [POOL_NAMES.tokenDiscount]: 0 });
  expect(sheet.figure(CHOICE_LABELS.guide)).toBeCloseTo(15_000, 9);
  expect(missizeCost(50_000, 0.1, 3)).toBe(15_000);
  expect(
    formulaSheet(PLAIN_DOCUMENT, { [POOL_NAMES.missizeShare]: 0.2 }).figure(CHOICE_LABELS.optimal),
  ).toBeCloseTo(missizeCost(choice(PLAIN, 'optimal').size, 0.2, choice(PLAIN, 'optimal').price), 6);
});

test('the disruption cost used is weighted by tokens; classes without a cost count with the one number', () => {
  const classes = [
    { name: 'Lead', people: 10, tokens: 3_000, disruption: 20 },
    { name: 'Staff', people: 40, tokens: 9_000, disruption: null },
  ];
  const report = poolReport({ classes, over: { classTokens: 15_000 } });
  const document = poolDocument(report);
  const weighted = (3_000 * 20 + 12_000 * 9) / 15_000;
  expect(formulaSheet(document).figure('Disruption cost used')).toBeCloseTo(weighted, 9);
  expect(staleness(document)).toContain('Prices have changed since');
  const run = {
    ...report,
    input: { ...report.input, prices: { ...report.input.prices, disruption: weighted } },
  };
  expect(staleness(poolDocument(run))).toMatch(/unchanged since\.$/);
  const typed = typedInto(document, 'FlexPoolClasses', [
    ['Lead', 10, 3_000, 20],
    ['Staff', 40, 9_000, 0],
  ]);
  expect(formulaSheet(typed).figure('Disruption cost used')).toBeCloseTo((60_000 + 3_000 * 9) / 15_000, 9);
  expect(formulaSheet(PLAIN_DOCUMENT, { [POOL_NAMES.disruption]: 4 }).figure('Disruption cost used')).toBe(4);
});

test('under the curve, the size at the tolerance and the cheapest size follow the cells without another run', () => {
  const curve = PLAIN.result.curve;
  const sheet = formulaSheet(PLAIN_DOCUMENT);
  expect(sheet.figure('Size at the tolerance now')).toBe(choice(PLAIN, 'calibrated').size);
  expect(sheet.figure('Cheapest size at the prices now')).toBe(choice(PLAIN, 'optimal').size);
  expect(sheet.figure('Its expected cost')).toBeCloseTo(choice(PLAIN, 'optimal').cost, 4);
  const looser = formulaSheet(PLAIN_DOCUMENT, { [POOL_NAMES.tolerance]: 0.3 });
  expect(looser.figure('Size at the tolerance now')).toBe(
    curve.find(({ stockoutRisk }) => stockoutRisk <= 0.3)!.size,
  );
  const never = formulaSheet(PLAIN_DOCUMENT, { [POOL_NAMES.tolerance]: -1 });
  expect(never.figure('Size at the tolerance now')).toBe('beyond the curve');
  const dear = formulaSheet(PLAIN_DOCUMENT, { [POOL_NAMES.disruption]: 200 });
  expect(Number(dear.figure('Cheapest size at the prices now'))).toBeGreaterThan(
    choice(PLAIN, 'optimal').size,
  );
});
