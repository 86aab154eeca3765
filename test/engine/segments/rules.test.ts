import { guideCard, retailCard } from '../../../src/engine/catalog';
import { RULES } from '../../../src/engine/segments/rules';
import { SEGMENTS } from '../../../src/engine/segments/types';
import { segmentUsers, summarizeSegments } from '../../../src/engine/segments';
import { readUsage } from '../../../src/engine/usage/reader/reader';
import { monthly, MONTHS, options, person, segment } from './people';

/** Somebody with rows in every month, so that the year is November 2025 to October 2026 and joiners can be told. */
const STEADY = monthly('steady', 'Maya', 1);

describe('the order of the rules', () => {
  test('is the order in which summaries list the segments', () => {
    expect(RULES.map((rule) => rule.segment)).toEqual([...SEGMENTS]);
    expect(RULES.map((rule) => rule.number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });
});

describe('one product', () => {
  test('2,040 h of Revit is above break-even 1,940 h: a Named User saves $150 against Flex', () => {
    const [row] = segment(monthly('a', 'Revit', 170));
    expect(row).toMatchObject({
      segment: 'Named User',
      recommendation: 'Named User',
      primaryProduct: 'Revit',
      units: 2040,
      tokens: 10200,
      bestSeatCost: 2910,
      recommendedCost: 2910,
    });
    expect(row!.flexCost).toBeCloseTo(3060, 9);
    expect(row!.saving).toBeCloseTo(150, 9);
    expect(row!.reason).toContain('2,040 h is above break-even at 1,940 h');
  });

  test('exactly at break-even nobody is told to buy the seat, and exactly at the ceiling nobody is reviewed', () => {
    const atBreakEven = segment([['a', 'Revit', MONTHS[11]!, 1940, '']]);
    expect(atBreakEven[0]!.segment).toBe('Review');
    const atCeiling = segment([['a', 'Revit', MONTHS[11]!, 750, '']]);
    expect(atCeiling[0]!.segment).toBe('Flex – low utilisation');
  });

  test('900 h of Revit stands between the ceiling and break-even: Review, with the seat as the other way', () => {
    const [row] = segment(monthly('a', 'Revit', 75));
    expect(row).toMatchObject({
      segment: 'Review',
      recommendation: 'Review',
      units: 900,
      bestSeatCost: 2910,
    });
    expect(row!.saving).toBeCloseTo(2910 - 1350, 9);
    expect(row!.reason).toContain('above the ceiling of 750 h');
  });

  test('120 h of Revit goes to Flex and says what both ways cost', () => {
    const [row] = segment(monthly('a', 'Revit', 10));
    expect(row).toMatchObject({ segment: 'Flex – low utilisation', recommendation: 'Flex', tokens: 600 });
    expect(row!.saving).toBeCloseTo(2910 - 180, 9);
    expect(row!.reason).toContain('within the ceiling of 750 h');
  });

  test('AutoCAD at $0.30: the break-even beyond a working year is said', () => {
    const [row] = segment(monthly('a', 'AutoCAD', 150));
    expect(row!.segment).toBe('Flex – low utilisation');
    expect(row!.reason).toContain('beyond a working year (2,080 h)');
  });

  test('a 25 % seat discount moves the limit: 1,500 h of Revit turns from Review into a Named User', () => {
    const rows = monthly('a', 'Revit', 125);
    expect(segment(rows)[0]!.segment).toBe('Review');
    const terms = { seatDiscount: 0.25, tokenDiscount: 0, tokenPrice: 0.3, margin: null };
    const [row] = segment(rows, { terms });
    expect(row).toMatchObject({
      segment: 'Named User',
      bestSeatCost: 2182.5,
      bestSeatList: 2910,
      recommendedSeatList: 2910,
    });
    expect(row!.saving).toBeCloseTo(2250 - 2182.5, 9);
  });

  test('days on the retail card: 98 days of Revit are above break-even 97', () => {
    const days = Array.from({ length: 98 }, (_, day) => ['a', 'Revit', 46_000 + day * 3, 1]);
    const rows = [['User', 'Product', 'Date', 'Days'], ...days];
    const result = segmentUsers(readUsage(rows, { card: retailCard }), options({ card: retailCard })).rows;
    expect(result[0]).toMatchObject({ segment: 'Named User', units: 98, tokens: 980, flexCost: 2940 });
    expect(result[0]!.reason).toContain('98 d is above break-even at 97 d');
  });
});

describe('several products', () => {
  test('400 h Revit and 200 h AutoCAD are 2,200 tokens, $660, and the reason prints 19.6 % of an AEC Collection', () => {
    const rows = [
      ['a', 'AutoCAD', MONTHS[2]!, 200, ''],
      ['a', 'Revit', MONTHS[2]!, 400, ''],
    ];
    const [row] = segment(rows);
    expect(row).toMatchObject({
      segment: 'Flex – low utilisation',
      recommendation: 'Flex',
      primaryProduct: 'Revit',
      tokens: 2200,
    });
    expect(row!.flexCost).toBeCloseTo(660, 9);
    expect(row!.bestSeatCost).toBe(3375);
    expect(row!.reason).toContain('19.6 % of AEC Collection');
    expect(row!.reason).not.toContain('approach');
  });

  test('two heavy products that one Collection holds: the Collection beats seats and Flex', () => {
    const [row] = segment([...monthly('a', 'Revit', 125), ...monthly('a', 'Civil 3D', 125)]);
    expect(row).toMatchObject({
      segment: 'Collection',
      recommendation: 'AEC Collection',
      recommendedCost: 3375,
      bestSeatCost: 3375,
      tokens: 15000,
    });
    expect(row!.saving).toBeCloseTo(4500 - 3375, 9);
  });

  test('a Collection with another product beside it names each product', () => {
    const [row] = segment([
      ...monthly('a', 'Revit', 125),
      ...monthly('a', 'Civil 3D', 120),
      ...monthly('a', 'Inventor Pro', 10),
    ]);
    expect(row!.recommendation).toBe('Revit: AEC Collection; Civil 3D: AEC Collection; Inventor Pro: Flex');
    expect(row!.recommendedCost).toBeCloseTo(3375 + 180, 9);
    expect(row!.recommendedTokens).toBe(600);
  });

  test('where products differ the recommendation names each, most used first', () => {
    const [row] = segment([...monthly('a', 'AutoCAD', 5), ...monthly('a', 'Maya', 40)]);
    expect(row).toMatchObject({ segment: 'Named User', recommendation: 'Maya: Named User; AutoCAD: Flex' });
    expect(row!.recommendedCost).toBeCloseTo(1785 + 18, 9);
  });
});

describe('products not on Flex', () => {
  test('somebody who lives in BIM Collaborate Pro needs a Named User, and the missing price is not zero', () => {
    const [row] = segment(monthly('a', 'BIM Collaborate Pro', 20));
    expect(row).toMatchObject({
      segment: 'Named User – not on Flex',
      recommendation: 'Named User – not on Flex',
      tokens: 0,
      bestSeatCost: null,
      recommendedCost: null,
      saving: null,
    });
  });

  test('one hour of Docs beside Revit does not buy a Collection', () => {
    const [row] = segment([...monthly('a', 'Revit', 10), ['a', 'Autodesk Docs', MONTHS[3]!, 1, '']]);
    expect(row).toMatchObject({
      segment: 'Flex – low utilisation',
      recommendation: 'Revit: Flex; Autodesk Docs: Named User – not on Flex',
      // $2,910 and an unknown seat, or the AEC Collection at $3,375: nobody can say which is cheaper.
      bestSeatCost: null,
      saving: null,
    });
    expect(row!.reason).toContain('no seat price for Autodesk Docs');
  });

  test('the same hour of Docs does not tip Revit at 1,900 h into a Collection either', () => {
    const [row] = segment([
      ['a', 'Revit', MONTHS[3]!, 1900, ''],
      ['a', 'Autodesk Docs', MONTHS[3]!, 1, ''],
    ]);
    expect(row!.segment).toBe('Review');
  });

  test('mostly Docs, but the Collection is worth it for the rest and holds Docs: Collection', () => {
    const [row] = segment([
      ...monthly('a', 'Docs', 130),
      ...monthly('a', 'Revit', 125),
      ...monthly('a', 'Civil 3D', 125),
    ]);
    expect(row).toMatchObject({
      primaryProduct: 'Autodesk Docs',
      segment: 'Collection',
      recommendation: 'AEC Collection',
      recommendedCost: 3375,
      bestSeatCost: 3375,
    });
  });

  test('a contractor whose primary product is not on Flex still needs a Named User', () => {
    const [row] = segment(monthly('a', 'Autodesk Build', 20, 'contractor'));
    expect(row!.segment).toBe('Named User – not on Flex');
  });
});

describe('contractors', () => {
  test('go to Flex whatever the use, and the premium over the seat is shown', () => {
    const [row] = segment(monthly('c', 'Revit', 200, 'External'));
    expect(row).toMatchObject({ segment: 'Flex – contractor', recommendation: 'Flex' });
    expect(row!.saving).toBeCloseTo(2910 - 3600, 9);
    expect(row!.reason).toContain('Premium of this policy: $690');
  });

  test('are also known by their e-mail domain, never by their use', () => {
    const rows = [
      ...monthly('x@builders.example', 'Revit', 200),
      ...monthly('y@company.example', 'Revit', 200),
    ];
    const result = segment(rows, { externalDomains: ['builders.example'] });
    expect(result.map((row) => row.segment)).toEqual(['Flex – contractor', 'Named User']);
    expect(segment(rows).map((row) => row.segment)).toEqual(['Named User', 'Named User']);
  });
});

describe('project phase', () => {
  const phase = (user: string, hours: readonly number[]) =>
    hours.map((value, month) => [user, 'Revit', MONTHS[month]!, value, '']);

  test('200 h in each of four months and nothing else: Flex, though the peak month × 12 is above the ceiling', () => {
    const row = person(segment([...STEADY, ...phase('p', [0, 0, 0, 200, 200, 200, 200])]), 'p');
    expect(row).toMatchObject({ segment: 'Flex – project phase', recommendation: 'Flex', units: 800 });
    expect(row.saving).toBeCloseTo(2910 - 1200, 9);
    expect(row.reason).toContain('100 %');
    expect(row.reason).toContain('Feb 2026 to May 2026');
  });

  test('the window may run over the turn of the year', () => {
    const row = person(
      segment([...STEADY, ...phase('p', [200, 200, 0, 0, 0, 0, 0, 0, 0, 0, 200, 200])]),
      'p',
    );
    expect(row.segment).toBe('Flex – project phase');
  });

  test('two busy months are no phase: three must be worked in earnest', () => {
    const row = person(segment([...STEADY, ...phase('p', [0, 0, 0, 400, 400, 2, 2])]), 'p');
    expect(row.segment).toBe('Review');
  });

  test('79 % inside the window is not enough', () => {
    const spread = [25, 25, 25, 197, 197, 198, 198, 25, 25, 25, 30, 30];
    const row = person(segment([...STEADY, ...phase('p', spread)]), 'p');
    expect(
      spread.slice(3, 7).reduce((sum, hours) => sum + hours, 0) /
        spread.reduce((sum, hours) => sum + hours, 0),
    ).toBeLessThan(0.8);
    expect(row.segment).toBe('Review');
  });

  test('a phase that costs more on Flex than the seat is a Named User', () => {
    const row = person(segment([...STEADY, ...phase('p', [0, 0, 0, 500, 500, 500, 500])]), 'p');
    expect(row.segment).toBe('Named User');
  });
});

describe('joiners and leavers', () => {
  test('somebody who started two months ago is reviewed with both figures', () => {
    const rows = [...STEADY, ['j', 'Revit', '2026-09-10', 40, ''], ['j', 'Revit', '2026-10-10', 40, '']];
    const row = person(segment(rows), 'j');
    expect(row).toMatchObject({ segment: 'Review', units: 80 });
    expect(row.reason).toContain('First use in Sep 2026');
    expect(row.reason).toContain('80 h so far, about 480 h');
  });

  test('nobody is a joiner when the data do not reach further back', () => {
    const rows = [
      ['j', 'Revit', '2026-09-10', 40, ''],
      ['k', 'Revit', '2026-10-10', 40, ''],
    ];
    expect(segment(rows).map((row) => row.segment)).toEqual([
      'Flex – low utilisation',
      'Flex – low utilisation',
    ]);
  });

  test('rows only outside the year: 0 units, Flex, and the last use is named', () => {
    const row = person(segment([...STEADY, ['gone', 'Revit', '2025-03-03', 90, '']]), 'gone');
    expect(row).toMatchObject({
      segment: 'Flex – low utilisation',
      recommendation: 'Flex',
      units: 0,
      tokens: 0,
      saving: 0,
    });
    expect(row.reason).toContain('Mar 2025');
  });
});

describe('ties and ranking', () => {
  test('equal hours: the product that costs more on Flex is primary', () => {
    expect(segment([...monthly('a', 'AutoCAD', 10), ...monthly('a', 'Revit', 10)])[0]!.primaryProduct).toBe(
      'Revit',
    );
  });

  test('equal hours and equal cost: the name decides, so row order never does', () => {
    expect(segment([...monthly('a', 'Revit', 10), ...monthly('a', 'Civil 3D', 10)])[0]!.primaryProduct).toBe(
      'Civil 3D',
    );
  });
});

describe('the summary', () => {
  test('lists segments in the order of the rules and leaves missing prices out of the sums, counted', () => {
    const rows = segment([
      ...monthly('a', 'Revit', 10),
      ...monthly('b', 'Revit', 170),
      ...monthly('c', 'Autodesk Docs', 10),
    ]);
    expect(summarizeSegments(rows)).toEqual([
      { segment: 'Named User – not on Flex', users: 1, tokens: 0, cost: 0, saving: 0, priceMissing: 1 },
      {
        segment: 'Named User',
        users: 1,
        tokens: 10200,
        cost: 2910,
        saving: expect.closeTo(150, 9),
        priceMissing: 0,
      },
      {
        segment: 'Flex – low utilisation',
        users: 1,
        tokens: 600,
        cost: expect.closeTo(180, 9),
        saving: expect.closeTo(2730, 9),
        priceMissing: 0,
      },
    ]);
  });
});

describe('a card in euros', () => {
  const heavy = [...monthly('a', 'Revit', 125), ...monthly('a', 'Civil 3D', 125)];
  const euros = { ...guideCard, name: 'EUR', currency: 'EUR' };

  test('speaks euros, and uses a Collection that it prices itself', () => {
    const [row] = segment(heavy, { card: euros });
    expect(row!.segment).toBe('Collection');
    expect(row!.reason).toContain('€3,375');
    expect(row!.reason).not.toContain('$');
  });

  test('leaves out a Collection that is priced in dollars only', () => {
    const card = { ...euros, rows: euros.rows.filter((row) => row.product !== 'AEC Collection') };
    const [row] = segment(heavy, { card });
    expect(row).toMatchObject({ segment: 'Review', bestSeatCost: 5820 });
  });
});
