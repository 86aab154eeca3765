/** What Autodesk charged, from the export to the exit code: the card decides nothing about it. */
import { json, program } from './program';

const cli = program();
afterAll(cli.remove);

const EXPORT = cli.file(
  'tokens.csv',
  [
    'Team,First name,Last name,Email,Product,Day used,Tokens used',
    'T,Ann,Lee,ann@x.example,Revit,2026-10-05,20',
    'T,Ann,Lee,ann@x.example,3ds Max,2026-10-06,600',
    'T,Bob,Ray,bob@x.example,Navisworks Manage,2026-10-07,900',
    'T,Bob,Ray,bob@x.example,Autodesk Docs,2026-10-20,300',
    'T,Bob,Ray,bob@x.example,Autodesk Platform Services,2026-10-22,120',
  ].join('\n'),
);
const PACKS = cli.file('packs.csv', 'Quantity,Start,Expiry,Price\n2000,2026-03-01,2027-02-28,3.00\n');
const CARD = cli.file(
  'card.csv',
  'Product,Basis,Tokens per unit,Seat price,On Flex,Token price\nRevit,day,10,2910,TRUE,3\n',
);
type Answer = Readonly<Record<string, unknown>> & { readonly monitor: Readonly<Record<string, unknown>> };

describe.each([[[]], [['--card', 'guide']], [['--card', 'retail']], [['--card', CARD]]])(
  'monitor %j',
  (card) => {
    it('60 of 2,000 tokens are left, and the exit code escalates', () => {
      const ended = cli.run(
        'monitor',
        EXPORT,
        '--purchases',
        PACKS,
        '--as-of',
        '2026-10-23',
        ...card,
        '--json',
      );
      expect(ended.code).toBe(30);
      const answer = json(ended) as Answer;
      expect(answer['complete']).toBe(true);
      expect(answer.monitor['finding']).toMatch(/^60 tokens left/);
      expect(answer.monitor['status']).toMatch(/^Escalate/);
    });
  },
);

it('a row that cannot be read leaves the data incomplete: no OK, and never exit code 0', () => {
  const many = Array.from({ length: 90 }, (_, day) => {
    const date = new Date(Date.UTC(2026, 6, 20 + day)).toISOString().slice(0, 10);
    return `T,Ann,Lee,ann@x.example,Revit,${date},10`;
  });
  const usage = (more: readonly string[]): string =>
    cli.file(
      `u${more.length}.csv`,
      ['Team,First name,Last name,Email,Product,Day used,Tokens used', ...many, ...more].join('\n'),
    );
  const pack = cli.file('large.csv', 'Quantity,Start,Expiry,Price\n1500,2026-07-20,2026-12-10,3.00\n');
  const words = ['--purchases', pack, '--as-of', '2026-10-18', '--json'];
  const good = cli.run('monitor', usage([]), ...words);
  const broken = cli.run('monitor', usage(['T,Bob,Ray,bob@x.example,Revit,soon,70']), ...words);
  expect((json(good) as Answer).monitor['status']).toMatch(/^OK/);
  const answer = json(broken) as Answer;
  expect(answer.monitor['status']).toMatch(/^Data incomplete/);
  expect(answer['complete']).toBe(false);
  expect(answer.monitor['finding']).toMatch(/^Data incomplete: 1 row and 70 tokens left out\. /);
  expect([good.code, broken.code]).toEqual([0, 10]);
});

it('what the card does not know is listed, and its rate learnt on demand', () => {
  const rows = Array.from({ length: 4 }, (_, day) => `ann@x.example,Thing,2026-10-0${day + 1},12`);
  const usage = cli.file('thing.csv', ['Email,Product,Day used,Tokens used', ...rows].join('\n'));
  const answer = json(cli.run('segment', usage, '--json')) as Readonly<
    Record<string, Readonly<Record<string, unknown>>>
  >;
  expect(answer['segment']?.['FlexUnknownProducts']).toMatchObject([
    { Product: 'Thing', Rows: 4, People: 1, Tokens: 48, 'Rate learnt': 12, 'Days that agree': 4 },
  ]);
  const learnt = json(cli.run('segment', usage, '--learn-rates', '--json')) as typeof answer;
  expect(learnt['segment']?.['FlexUnknownProducts']).toBeUndefined();
  expect(learnt['segment']?.['notes']).toContainEqual(
    expect.stringMatching(/Thing 12 tokens a day \(4 of 4 days\)/),
  );
});
