import { guideCard, retailCard } from '../../../../src/engine/catalog';
import { serialOf } from '../../../../src/engine/numeric';
import { readPlannedWork } from '../../../../src/engine/pool/planned/table';
import type { RawCell } from '../../../../src/engine/usage/types';

const HEADER: RawCell[] = [
  'Project',
  'Start',
  'End',
  'People',
  'Products',
  'Tokens per person and month',
  'Probability',
  'Continues',
];

function plan(rows: readonly (readonly RawCell[])[], header: readonly RawCell[] = HEADER) {
  return readPlannedWork([header, ...rows], guideCard);
}

test('a plan row gives dates, people, products by their card names, and the chance of the project', () => {
  const { projects, rejected, read } = plan([
    [
      'Harbour',
      serialOf(2026, 11, 1),
      '2027-04-30',
      12,
      'revit; Autodesk Inventor 2026,Revit',
      '',
      0.8,
      ' Bridge ',
    ],
  ]);
  expect(rejected).toEqual([]);
  expect(read).toBe(1);
  expect(projects).toEqual([
    {
      row: 2,
      name: 'Harbour',
      start: serialOf(2026, 11, 1),
      end: serialOf(2027, 4, 30),
      people: 12,
      products: ['Revit', 'Inventor Pro'],
      tokensPerPersonMonth: null,
      probability: 0.8,
      continues: 'Bridge',
    },
  ]);
});

test('columns are found by their header in any order, under titles and with other spellings', () => {
  const { projects } = readPlannedWork(
    [
      ['Our plan', '', '', '', ''],
      ['', '', '', '', ''],
      ['head-count', 'END DATE', 'tokens_per_person_and_month', 'Project name', 'Start date'],
      [4, 46400, 55, 'Tower', 46300],
    ],
    guideCard,
  );
  expect(projects[0]).toMatchObject({
    row: 4,
    name: 'Tower',
    start: 46300,
    end: 46400,
    people: 4,
    products: [],
    tokensPerPersonMonth: 55,
    probability: 1,
  });
});

test('numbers and dates typed as text are read as in usage: the End column proves day/month for the Start column too', () => {
  const { projects, rejected } = plan([
    ['A', '01/02/2027', '28/02/2027', '7', 'Revit', '12,5', '80 %', ''],
    ['B', '1.3.2027', '2027-03-31T18:00', 2.5, 'Revit', '0,75', '62,5%', ''],
  ]);
  expect(rejected).toEqual([]);
  expect(projects.map(({ start, end }) => [start, end])).toEqual([
    [serialOf(2027, 2, 1), serialOf(2027, 2, 28)],
    [serialOf(2027, 3, 1), serialOf(2027, 3, 31)],
  ]);
  expect(projects.map((p) => [p.people, p.tokensPerPersonMonth, p.probability])).toEqual([
    [7, 12.5, 0.8],
    [2.5, 0.75, 0.625],
  ]);
});

test('a product name with commas in it is one product', () => {
  const list = 'Maya, Architecture, Engineering and Construction Collection, Civil 3D';
  expect(plan([['A', 46300, 46400, 1, list, '', '', '']]).projects[0]?.products).toEqual([
    'Maya',
    'AEC Collection',
    'Civil 3D',
  ]);
});

test('every row that cannot be used is listed with its cell and the reason, and used + rejected = read', () => {
  const good = (name: RawCell, changes: Readonly<Record<number, RawCell>>): RawCell[] =>
    [name, 46300, 46400, 3, 'Revit', '', '', ''].map((cell, at) => changes[at] ?? cell);
  const { projects, rejected, read } = plan([
    good('Fine', {}),
    ['', '', null, '   ', undefined, '', '', ''],
    good('', {}),
    good('Total', {}),
    good('#REF!', {}),
    good('FINE ', {}),
    good('No start', { 1: ' ' }),
    good('Odd start', { 1: 'spring' }),
    good('No end', { 2: '' }),
    good('Backwards', { 2: 46299 }),
    good('Time only', { 2: 0.5 }),
    good('Nobody', { 3: '' }),
    good('Zero', { 3: 0 }),
    good('Minus', { 3: -2 }),
    good('Text', { 3: 'several' }),
    good('Typo', { 4: 'Revitt' }),
    good('Cloud', { 4: 'Revit; Autodesk Docs' }),
    good('No product', { 4: '' }),
    good('Tokens', { 5: 'many' }),
    good('Percent', { 6: 80 }),
    good('Below', { 6: -0.1 }),
    good('Chance', { 6: 'likely' }),
    good('Error', { 7: '#N/A' }),
    good('Last', { 2: 46300, 5: 0, 6: 0 }),
  ]);
  expect(projects.map(({ row, name }) => [row, name])).toEqual([
    [2, 'Fine'],
    [25, 'Last'],
  ]);
  expect(read).toBe(projects.length + rejected.length);
  expect(read).toBe(23);
  expect(rejected.map(({ row, column, value, reason }) => [row, column, value, reason])).toEqual([
    [4, 'Project', '', 'no project name'],
    [5, 'Project', 'Total', 'totals row'],
    [6, 'Project', '#REF!', 'the cell is the error #REF!'],
    [7, 'Project', 'FINE', 'listed before, in row 2: that row counts'],
    [8, 'Start', '', 'no start date'],
    [9, 'Start', 'spring', 'not a date'],
    [10, 'End', '', 'no end date'],
    [11, 'End', '2026-10-04', 'ends before it starts (2026-10-05)'],
    [12, 'End', '0.5', 'not a date: a time without a day'],
    [13, 'People', '', 'no people: write how many work on it'],
    [14, 'People', '0', 'no people: write how many work on it'],
    [15, 'People', '-2', '-2 is below 0'],
    [16, 'People', 'several', 'not a number'],
    [
      17,
      'Products',
      'Revitt',
      expect.stringMatching(/^unknown product "Revitt": nearest known names are Revit, /),
    ],
    [
      18,
      'Products',
      'Revit; Autodesk Docs',
      'Autodesk Docs is not on Flex: it draws no tokens, leave it out of the plan',
    ],
    [19, 'Products', '', 'no products: name them, or fill in Tokens per person and month'],
    [20, 'Tokens per person and month', 'many', 'not a number'],
    [21, 'Probability', '80', 'above 100 %: write a share of 0 to 1, such as 0.8 or 80%'],
    [22, 'Probability', '-0.1', '-0.1 is below 0'],
    [23, 'Probability', 'likely', 'not a number'],
    [24, 'Continues', '#N/A', 'the cell is the error #N/A'],
  ]);
});

test('a product that only stands in a Collection is refused in words, as it has no token rate', () => {
  const { rejected } = readPlannedWork(
    [HEADER, ['A', 46300, 46400, 1, 'Robot Structural', 10, '', '']],
    retailCard,
  );
  expect(rejected[0]?.reason).toBe(
    'Robot Structural has no token rate on the card retail: leave it out of the plan',
  );
});

test('a plan without its columns says which one to add', () => {
  expect(() => readPlannedWork([['Project', 'Start', 'People', 'Products']], guideCard)).toThrow(
    'The table of planned projects has no column End: add it to its header row.',
  );
  expect(() => readPlannedWork([['Project', 'Start', 'End', 'People']], guideCard)).toThrow(
    'no column Products',
  );
  expect(() => readPlannedWork([], guideCard)).toThrow('no column Project and no column Start');
});

test('an empty plan is no error', () => {
  expect(plan([])).toEqual({ projects: [], read: 0, rejected: [] });
});
