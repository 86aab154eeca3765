import { guideCard } from '../../../../src/engine/catalog';
import { costCentreShares } from '../../../../src/engine/monitor/ledger/cost-centres';
import { dayBurns } from '../../../../src/engine/monitor';
import { readPeople } from '../../../../src/engine/usage';
import { readUsage } from '../../../../src/engine/usage/reader/reader';
import { burn, on } from '../books';

const people = readPeople([
  ['User', 'Cost centre', 'Department'],
  ['ann', '4711', 'Design'],
  ['bob', '', 'Site'],
]);
const usage = readUsage(
  [
    ['User', 'Product', 'Date', 'Hours', 'Tokens', 'Team', 'Access'],
    ['ann', 'Revit', '2026-03-02 09:30', 2, 10, 'MEP', 'Flex'],
    ['bob', 'Revit', '2026-03-02 15:00', 1, 5, 'mep', 'Flex'],
    ['bob', 'AutoCAD', '2026-03-02', 4, 4, 'Site', 'Flex'],
    ['ann', 'Revit', '2026-03-03', -1, -5, 'MEP', 'Flex'],
    ['bob', 'AutoCAD', '2026-03-03', 8, '', 'Site', 'Subscription'],
    ['cat', 'AutoCAD', '2026-03-04', 0.1, 0.1, '', 'Flex'],
    ['cat', 'AutoCAD', '2026-03-04', 0.2, 0.2, '', 'Flex'],
  ],
  { card: guideCard, people },
);

describe('burn by day and team', () => {
  it('nets refunds, joins spellings of a team, and leaves out what was drawn from a seat', () => {
    expect(dayBurns(usage)).toEqual([
      burn(on(3, 2), 15, 'MEP'),
      burn(on(3, 2), 4, 'Site'),
      burn(on(3, 3), -5, 'MEP'),
      burn(on(3, 4), 0.3, ''),
    ]);
  });

  it('takes a span of days, chosen people, or everybody as one pool', () => {
    expect(dayBurns(usage, { from: on(3, 3), to: on(3, 3) })).toEqual([burn(on(3, 3), -5, 'MEP')]);
    expect(dayBurns(usage, { includes: (user) => usage.table.users[user]?.key === 'bob' })).toEqual([
      burn(on(3, 2), 5, 'MEP'),
      burn(on(3, 2), 4, 'Site'),
    ]);
    expect(dayBurns(usage, { onePool: true })).toEqual([
      burn(on(3, 2), 19),
      burn(on(3, 3), -5),
      burn(on(3, 4), 0.3),
    ]);
  });

  it('counts seat rows when asked what they would burn on Flex', () => {
    expect(dayBurns(usage, { seatRows: true, from: on(3, 3), to: on(3, 3) })).toContainEqual(
      burn(on(3, 3), 8, 'Site'),
    );
  });
});

describe('cost centres of a day', () => {
  it('come from the people table, else the department', () => {
    const shares = costCentreShares(usage);
    expect([...shares(on(3, 2), 'Mep')]).toEqual([
      ['4711', 10],
      ['Site', 5],
    ]);
    expect([...shares(on(3, 4), '')].map(([centre]) => centre)).toEqual(['']);
    expect([...shares(on(5, 1), 'MEP')]).toEqual([]);
  });

  it('are those of everybody where packs are one pool', () => {
    expect([...costCentreShares(usage, { onePool: true })(on(3, 2), '')]).toEqual([
      ['4711', 10],
      ['Site', 9],
    ]);
  });
});
