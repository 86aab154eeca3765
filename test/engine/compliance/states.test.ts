import { keepStates, type Finding, type KeptFinding } from '../../../src/engine/compliance';
import { hours, on, report } from './office';

const double = (user: string, day: number) => [
  [user, 'Revit', day, 14],
  [user, 'Revit', day, 12],
];
const found = (...users: readonly string[]): readonly Finding[] =>
  report(hours(...users.flatMap((user) => double(user, on(3, 2))))).findings;
const accepted = (kept: readonly KeptFinding[], reason: string): readonly KeptFinding[] =>
  kept.map((each) => ({ ...each, state: 'accepted', reason }));
const briefly = (kept: readonly KeptFinding[]) =>
  kept.map(({ user, state, reason, firstSeen, closedOn }) => [user, state, reason, firstSeen, closedOn]);

describe('findings over reruns', () => {
  const first = keepStates(found('ann', 'bob'), [], { asOf: 100 });

  it('are open at first, and stay what the user made of them', () => {
    expect(briefly(first)).toEqual([
      ['ann', 'open', '', 100, null],
      ['bob', 'open', '', 100, null],
    ]);
    const [ann, bob] = [accepted(first.slice(0, 1), 'doubled export'), first.slice(1)];
    expect(briefly(keepStates(found('ann', 'bob'), [...ann, ...bob], { asOf: 107 }))).toEqual([
      ['ann', 'accepted', 'doubled export', 100, null],
      ['bob', 'open', '', 100, null],
    ]);
  });

  it('are closed when they vanish, also accepted ones, and open again when they come back', () => {
    const second = keepStates(found('ann'), accepted(first, 'fine'), { asOf: 107 });
    expect(briefly(second)).toEqual([
      ['ann', 'accepted', 'fine', 100, null],
      ['bob', 'closed', 'fine', 100, 107],
    ]);
    expect(briefly(keepStates(found('ann'), second, { asOf: 114 }))[1]).toEqual([
      'bob',
      'closed',
      'fine',
      100,
      107,
    ]);
    expect(briefly(keepStates(found('ann', 'bob'), second, { asOf: 114 }))[1]).toEqual([
      'bob',
      'open',
      '',
      100,
      null,
    ]);
  });

  it('of a check that could not run this time, or from before the data, are kept as they are', () => {
    const totals = report(hours(['ann', 'Revit', on(3, 2), 900]));
    expect(totals.checks.find(({ rule }) => rule === 'more than 24 hours')?.ran).toBe(false);
    const kept = keepStates(totals.findings, first, { asOf: 107, checks: totals.checks });
    expect(kept.map(({ state }) => state)).toEqual(['open', 'open']);
    expect(keepStates([], first, { asOf: 107, earliest: on(3, 3) })).toEqual(first);
    expect(keepStates([], first, { asOf: 107, earliest: on(3, 2) }).map(({ state }) => state)).toEqual([
      'closed',
      'closed',
    ]);
  });

  it('take the new evidence and keep the id as the case goes on', () => {
    const more = report(hours(...double('ann', on(3, 2)), ...double('ann', on(3, 9)))).findings;
    const [kept, ...rest] = keepStates(more, accepted(first.slice(0, 1), 'fine'), { asOf: 107 });
    expect(rest).toEqual([]);
    expect(kept?.state).toBe('accepted');
    expect(kept?.evidence).toContain('on 2 days');
  });
});
