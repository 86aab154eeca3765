import fc from 'fast-check';
import { guideCard } from '../../../src/engine/catalog';
import {
  checkCompliance,
  RULE_ORDER,
  type Assignment,
  type Employment,
  type Finding,
} from '../../../src/engine/compliance';
import { readUsage } from '../../../src/engine/usage/reader/reader';
import { on, SESSION_HEADER, type Row } from './office';

const USERS = ['ann', 'bob', 'cy', 'svc-plot'];
/** Names that mean nothing, in the same order. */
const MASKED = new Map(USERS.map((user, at) => [user, `u${'abcd'[at] ?? ''}`]));

const session: fc.Arbitrary<Row> = fc
  .record({
    user: fc.constantFrom(...USERS),
    product: fc.constantFrom('Revit', 'AutoCAD', 'Civil 3D', 'Maya'),
    day: fc.integer({ min: 0, max: 40 }),
    start: fc.integer({ min: 0, max: 23 }),
    length: fc.integer({ min: 1, max: 30 }),
    machine: fc.constantFrom('WS-1', 'WS-2', 'WS-3', 'RDS-1', ''),
  })
  .map(({ user, product, day, start, length, machine }) => {
    const from = on(3, 1, start) + day;
    return [user, product, from, from + length / 24, machine];
  });

const LIST = {
  seats: [
    { user: 'ann', product: 'Revit', from: on(3, 10), to: null },
    { user: 'bob', product: 'Flex', from: null, to: on(3, 20) },
  ] as readonly Assignment[],
  employment: [
    { keys: ['cy'], userType: 'employee', start: null, end: on(3, 15), row: 2 },
    { keys: ['bob'], userType: 'contractor', start: null, end: on(3, 25), row: 3 },
  ] as readonly Employment[],
};

function findings(rows: readonly Row[], name: (user: string) => string = (user) => user): readonly Finding[] {
  const header: Row = [...SESSION_HEADER, 'Access'];
  const renamed = rows.map(([user, ...rest]): Row => [name(String(user)), ...rest, 'Flex']);
  return checkCompliance({
    reading: readUsage([header, ...renamed], { card: guideCard }),
    asOf: on(4, 20),
    seats: LIST.seats.map((seat) => ({ ...seat, user: name(seat.user) })),
    employment: LIST.employment.map((stretch) => ({ ...stretch, keys: stretch.keys.map(name) })),
    moves: null,
  }).findings;
}

/** A finding without its rows, which move with the order of the range. */
const withoutRows = ({ rows: _, evidence, ...finding }: Finding) => ({
  ...finding,
  evidence: evidence.replace(/\(rows? [^)]*\)/g, ''),
});
const rowSets = fc.array(session, { minLength: 1, maxLength: 80 });

describe('compliance', () => {
  it('the order of the rows changes no finding', () => {
    fc.assert(
      fc.property(rowSets, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (rows, keys) => {
        const order = rows.map((row) => ({ row, key: keys.next().value as number }));
        const mixed = order.sort((a, b) => a.key - b.key).map(({ row }) => row);
        expect(findings(mixed).map(withoutRows)).toEqual(findings(rows).map(withoutRows));
      }),
      { numRuns: 150, seed: 7 },
    );
  });

  it('pseudonyms change names and ids, and nothing else but the rule about names', () => {
    const masked = (user: string): string => MASKED.get(user) ?? user;
    fc.assert(
      fc.property(rowSets, (rows) => {
        const told = findings(rows).filter(({ rule }) => rule !== 'service name');
        const hidden = findings(rows, masked);
        expect(hidden.filter(({ rule }) => rule === 'service name')).toEqual([]);
        const bare = (finding: Finding, user: string) => ({ ...finding, id: '', user, displayName: '' });
        expect(hidden.map((finding) => bare(finding, finding.user))).toEqual(
          told.map((finding) => bare(finding, masked(finding.user))),
        );
      }),
      { numRuns: 150, seed: 8 },
    );
  });

  it('ids are unique, rows lie within the range and rise, every rule is listed once', () => {
    fc.assert(
      fc.property(rowSets, (rows) => {
        const all = findings(rows);
        expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
        for (const { rows: own, rowCount } of all) {
          expect(own.length).toBe(Math.min(rowCount, 20));
          expect([...own].sort((a, b) => a - b)).toEqual(own);
          expect(own[0]).toBeGreaterThanOrEqual(2);
          expect(own.at(-1)).toBeLessThanOrEqual(rows.length + 1);
        }
      }),
      { numRuns: 150, seed: 9 },
    );
    expect(new Set(RULE_ORDER).size).toBe(10);
  });

  it('people of other machines and days change nothing for somebody else', () => {
    fc.assert(
      fc.property(rowSets, (given) => {
        // Which rows are sessions is told from all of them together.
        const rows = given.filter(([, , start, end]) => Number(end) - Number(start) <= 1);
        fc.pre(rows.length > 0);
        const stranger: Row = ['zoe', 'Maya', on(3, 1, 8), on(3, 1, 9), 'WS-ZOE'];
        expect(findings([...rows, stranger])).toEqual(findings(rows));
      }),
      { numRuns: 100, seed: 10 },
    );
  });
});
