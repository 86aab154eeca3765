import fc from 'fast-check';
import { guideCard, retailCard, type RateCard } from '../../../src/engine/catalog';
import { serialOf } from '../../../src/engine/numeric';
import {
  completenessOf,
  createUsageReader,
  incompleteText,
  unknownProducts,
  usageYear,
  type RawCell,
  type UsageReading,
} from '../../../src/engine/usage';
import type { UsageReaderOptions } from '../../../src/engine/usage/reader/reader';
import { RANKING_HOURS_PER_DAY, segmentUsers } from '../../../src/engine/segments';
import { priceTerms } from '../../../src/engine/catalog';

type Range = readonly (readonly RawCell[])[];

function read(
  range: Range,
  card: RateCard = retailCard,
  more: Partial<UsageReaderOptions> = {},
): UsageReading {
  const reader = createUsageReader({ card, ...more });
  reader.push(range);
  return reader.finish();
}

const tokensOf = ({ table }: UsageReading): number => table.tokens.reduce((sum, tokens) => sum + tokens, 0);
const CARDS: readonly RateCard[] = [guideCard, retailCard, { ...retailCard, rows: [], collections: [] }];

/** An Account token usage export: of five products the cards rate one, and call one not on Flex. */
const TOKEN_EXPORT: Range = [
  ['Team', 'First name', 'Last name', 'Email', 'Product', 'Day used', 'Tokens used'],
  ['T', 'Ann', 'Lee', 'ann@x.example', 'Revit', '2026-10-05', 20],
  ['T', 'Ann', 'Lee', 'ann@x.example', '3ds Max', '2026-10-06', 600],
  ['T', 'Bob', 'Ray', 'bob@x.example', 'Navisworks Manage', '2026-10-07', 900],
  ['T', 'Bob', 'Ray', 'bob@x.example', 'Autodesk Docs', '2026-10-08', 300],
  ['T', 'Bob', 'Ray', 'bob@x.example', 'Autodesk Platform Services', '2026-10-09', 120],
];

describe('tokens that a row carries were charged', () => {
  it.each(CARDS.map((card) => [card.rows.length, card] as const))(
    'all 1,940 tokens of a token export count, on a card of %i rows',
    (_, card) => {
      const reading = read(TOKEN_EXPORT, card);
      expect(tokensOf(reading)).toBe(1940);
      expect(usageYear(reading, null).totalTokens).toBe(1940);
      expect(reading.rejected).toEqual([]);
      expect(completenessOf(reading)).toMatchObject({ complete: true, rowShare: 1, tokenShare: 1 });
    },
  );

  it('the card is named where it says that what was charged is not on Flex', () => {
    expect(read(TOKEN_EXPORT).notes).toContainEqual(
      'Autodesk Docs: 300 tokens charged, the card says not on Flex. The tokens count; correct the card.',
    );
  });

  it('what the card does not know is listed with its people, units, tokens and what can be learnt', () => {
    expect(unknownProducts(read(TOKEN_EXPORT))).toEqual([
      {
        product: 'Autodesk Platform Services',
        rows: 1,
        people: 1,
        units: 1,
        basis: 'day',
        tokens: 120,
        rowsWithoutTokens: 0,
        learnt: { rate: 120, support: 1, days: 1 },
        firstRow: 6,
      },
    ]);
  });

  it('hours beside tokens on a card of days: the tokens count, the units are unknown and not 0', () => {
    const reading = read([
      ['User', 'Product', 'Date', 'Hours', 'Tokens'],
      ['ann', 'Revit', '2026-10-05', 3, 10],
      ['ann', 'Revit', '2026-10-06', 3, ''],
    ]);
    expect([tokensOf(reading), [...reading.table.units]]).toEqual([10, [NaN]]);
    expect(reading.rejected).toMatchObject([{ row: 3, reason: 'hours given, card charges days' }]);
    expect(usageYear(reading, null).users[0]?.products[0]).toMatchObject({
      units: 0,
      tokens: 10,
      unitsUnknown: true,
    });
  });

  it('rows that name no product and carry tokens are one product without a name', () => {
    const reading = read([
      ['User', 'Product', 'Day used', 'Tokens used'],
      ['ann', '', '2026-10-05', 30],
      ['ann', 'N/A', '2026-10-06', 4],
      ['ann', '', '2026-10-07', 0],
    ]);
    expect(tokensOf(reading)).toBe(34);
    expect(reading.table.products.map(({ name }) => name)).toEqual(['Unnamed product']);
    expect(reading.rejected).toMatchObject([{ row: 4, reason: 'no product' }]);
  });

  it('a refund nets out, of an unknown product too', () => {
    const reading = read([
      ['User', 'Product', 'Day used', 'Tokens used'],
      ['ann', 'Generative Thing', '2026-10-05', 11],
      ['ann', 'Generative Thing', '2026-10-06', -11],
    ]);
    expect(tokensOf(reading)).toBe(0);
    expect(reading.used).toBe(2);
  });

  const products = fc.constantFrom(
    'Revit',
    'Civil 3D',
    'Autodesk Docs',
    'Forma Build',
    'ReCap Pro',
    'Thing A',
    'thing a',
    'N/A',
    '',
  );
  const cell = (value: fc.Arbitrary<RawCell>) =>
    fc.oneof({ weight: 4, arbitrary: value }, fc.constantFrom<RawCell>('', 'x', 'n/a', '#N/A'));
  const amount = fc.constantFrom<RawCell>('', 0, 1, 2, 2.5, -1, 'n/a', '1,5');
  const rows = fc.array(
    fc.tuple(
      fc.constantFrom('ann', 'bob', 'cy', ''),
      products,
      cell(fc.integer({ min: 46_000, max: 46_400 })),
      amount,
      cell(fc.integer({ min: -50, max: 500 })),
      fc.constantFrom('Flex', 'Subscription', '', 'flex'),
    ),
    { maxLength: 40 },
  );
  const headers = fc.constantFrom(
    ['User', 'Product', 'Date', 'Hours', 'Tokens', 'Access'],
    ['User', 'Product', 'Date', 'Days', 'Tokens', 'Access'],
    ['Email', 'product_name', 'day_used', 'Note', 'tokens_used', 'access_option'],
    ['userName', 'productName', 'usageDate', 'Note', 'tokens', 'source'],
  );

  it('no token is lost: used and left out add up to what the export charges, on every card', () => {
    fc.assert(
      fc.property(headers, rows, fc.constantFrom(...CARDS), (header, body, card) => {
        const reading = read([header, ...body], card);
        const charged = body
          .filter((row) => row[5] !== 'Subscription' && typeof row[4] === 'number')
          .reduce((sum, row) => sum + Math.abs(Number(row[4])), 0);
        let used = 0;
        reading.table.tokensGiven?.forEach((given, row) => {
          if (given === 1) used += Math.abs(reading.table.tokens[row] ?? 0);
        });
        expect(used + reading.leftOut.tokens).toBe(charged);
        expect(reading.used + reading.rejected.length).toBe(reading.read);
        const { complete } = completenessOf(reading);
        if (reading.leftOut.tokens > 0 || reading.leftOut.unreadTokens > 0) expect(complete).toBe(false);
      }),
      { seed: 13, numRuns: 400 },
    );
  });
});

describe('what a result rests on', () => {
  const good = Array.from({ length: 200 }, (_, day): RawCell[] => ['ann', 'Revit', 46_000 + day, 1]);
  const HEADER = ['User', 'Product', 'Date', 'Days'];

  it('up to one row in a hundred may be missing, not more', () => {
    const broken = (count: number): UsageReading =>
      read([HEADER, ...good, ...Array.from({ length: count }, (): RawCell[] => ['ann', 'Revit', 'soon', 1])]);
    expect(completenessOf(broken(2)).complete).toBe(true);
    expect(completenessOf(broken(3)).complete).toBe(false);
    expect(incompleteText(completenessOf(broken(3)))).toBe('data incomplete: 3 rows left out');
    expect(completenessOf(broken(3), 0.05).complete).toBe(true);
  });

  it('one token left out is one too many, and a tokens cell that cannot be read is said', () => {
    const tokens = (cell: RawCell, date: RawCell): UsageReading =>
      read([[...HEADER, 'Tokens'], ...good.map((row) => [...row, 10]), ['ann', 'Revit', date, 1, cell]]);
    expect(incompleteText(completenessOf(tokens(10, 'soon')))).toBe(
      'data incomplete: 1 row and 10 tokens left out',
    );
    expect(incompleteText(completenessOf(tokens('many', 46_300)))).toBe(
      'data incomplete: 1 row left out; the tokens of 1 of them cannot be read',
    );
  });

  it('a totals row repeats other rows and is not missing', () => {
    const reading = read([HEADER, ...good.slice(0, 2), ['Total', '', '', 2]]);
    expect(reading.rejected).toMatchObject([{ reason: 'totals row' }]);
    expect(completenessOf(reading)).toMatchObject({ complete: true, rowsLeftOut: 0 });
  });
});

describe('a date that lies in the future', () => {
  const today = serialOf(2026, 11, 24);
  const range: Range = [
    ['User', 'Product', 'Date', 'Days'],
    ['ann', 'Revit', '2026-11-24', 1],
    ['ann', 'Revit', '2026-11-25', 1],
    ['ann', 'Revit', '2062-11-24', 1],
  ];

  it('is left out instead of emptying the year, and tomorrow is not the future', () => {
    const reading = read(range, retailCard, { today });
    expect(reading.rejected).toMatchObject([
      { row: 4, column: 'Date', value: '2062-11-24', reason: 'lies in the future' },
    ]);
    expect(reading.latestDate).toBe(today + 1);
  });

  it('is judged by the as-of date where that is later, and not at all without a clock', () => {
    expect(read(range, retailCard, { today, asOf: serialOf(2062, 12, 31) }).rejected).toEqual([]);
    expect(read(range).rejected).toEqual([]);
  });
});

describe('one meaning under every header', () => {
  const days = Array.from({ length: 230 }, (_, day) => serialOf(2026, 1, 5) + day);
  const segmentOf = (range: Range) => {
    const reading = read(range);
    const options = {
      card: retailCard,
      terms: priceTerms(retailCard, {}),
      asOf: null,
      externalDomains: [],
      rankingHoursPerDay: RANKING_HOURS_PER_DAY,
    };
    const [row] = segmentUsers(reading, options).rows;
    return {
      segment: row?.segment,
      units: row?.units,
      tokens: row?.tokens,
      rejected: reading.rejected.length,
    };
  };

  it.each([
    ['Insights query', ['userName', 'productName', 'usageDate', 'source'], 'sus'],
    ['Account daily usage', ['email', 'product_name', 'day_used', 'access_option'], 'Subscription'],
    ['title case', ['Email', 'Product', 'Day used', 'Access option'], 'Subscription'],
    ['plain table', ['User', 'Product', 'Date', 'Access'], 'Subscription'],
    ['Insights under a Collection', ['userName', 'childProductName', 'usageDate', 'source'], 'sus'],
  ])('230 Revit days of a seat are 230 days: %s', (_, header, seat) => {
    expect(segmentOf([header, ...days.map((day) => ['ann@x.example', 'Revit', day, seat])])).toEqual({
      segment: 'Named User',
      units: 230,
      tokens: 2300,
      rejected: 0,
    });
  });

  it('the product inside a Collection is what was used, and its parent where nothing is named inside', () => {
    const reading = read([
      ['userName', 'productName', 'childProductName', 'usageDate', 'source'],
      ['ann', 'AEC Collection', 'Revit', days[0]!, 'sus'],
      ['ann', 'Maya', '', days[1]!, 'sus'],
    ]);
    expect(reading.table.products.map(({ name }) => name)).toEqual(['Revit', 'Maya']);
  });

  it('a product line code stands for a missing name, and an unknown code is a product of its own', () => {
    const reading = read([
      ['productLineCode', 'productName', 'usageDate', 'tokensConsumed', 'usageCategory'],
      ['CIV3D', 'N/A', '2026-03-02', 12, 'DESKTOP_PRODUCT'],
      ['QNTFY', 'N/A', '2026-03-03', 3, 'CLOUD_PRODUCT'],
    ]);
    expect(reading.table.products.map(({ name, unknown }) => [name, unknown ?? false])).toEqual([
      ['Civil 3D', false],
      ['QNTFY', true],
    ]);
    expect(tokensOf(reading)).toBe(15);
  });
});
