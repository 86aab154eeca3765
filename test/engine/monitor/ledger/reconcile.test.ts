import fc from 'fast-check';
import {
  adjustmentFor,
  ledger,
  type DayBurn,
  type PoolBook,
  type ShownBalance,
} from '../../../../src/engine/monitor';
import { reconcile } from '../../../../src/engine/monitor/ledger/reconcile';
import { book, burn, histories, on, pack } from '../books';

const YEAR_END = on(12, 31);
const weekdays = (from: number, to: number, tokens: number, team = ''): DayBurn[] =>
  Array.from({ length: to - from + 1 }, (_, index) => burn(from + index, tokens, team));
const shown = (date: number, balance: number, team = '', row = 2): ShownBalance => ({
  date,
  team,
  balance,
  row,
});

function check(of: PoolBook, burns: readonly DayBurn[], balance: ShownBalance, asOf = balance.date) {
  const latestDataDay = burns.reduce<number | null>((last, { day }) => Math.max(last ?? day, day), null);
  const played = ledger(of, burns, asOf);
  return reconcile(played, [balance], { latestDataDay, burns, transfers: of.transfers })[0]!;
}

const pool = book([pack('p', 10000, on(1, 1), YEAR_END)]);

describe('a balance that Autodesk shows', () => {
  it('that agrees leaves nothing to explain', () => {
    expect(check(pool, weekdays(on(3, 1), on(3, 10), 20), shown(on(3, 10), 9800))).toEqual({
      date: on(3, 10),
      team: '',
      shown: 9800,
      ledger: 9800,
      difference: 0,
      explanations: [],
      unexplained: 0,
    });
  });

  it('is lower while the data end before it: the missing days are named with what they would have used', () => {
    const result = check(pool, weekdays(on(2, 1), on(3, 10), 20), shown(on(3, 14), 9100));
    expect(result).toMatchObject({ ledger: 9240, difference: -140, unexplained: -60 });
    expect(result.explanations).toEqual([
      {
        text: 'Data end on 2026-03-10, the balance is of 2026-03-14: 4 days of use are missing, about 80 tokens at the recent pace of 20 a day.',
        tokens: -80,
      },
    ]);
  });

  it('is lower by less than the missing days would have used: nothing is left to post', () => {
    const result = check(pool, weekdays(on(2, 1), on(3, 10), 20), shown(on(3, 14), 9190));
    expect(result).toMatchObject({ difference: -50, unexplained: 0, explanations: [{ tokens: -50 }] });
  });

  it('is higher by what was used in the last days, which it may not count yet', () => {
    const result = check(pool, weekdays(on(3, 1), on(3, 10), 20), shown(on(3, 10), 9830));
    expect(result.explanations).toEqual([
      {
        text: '40 tokens were used from 2026-03-09 to 2026-03-10: the balance shown may not count all of them yet.',
        tokens: 30,
      },
    ]);
    expect(result.unexplained).toBe(0);
  });

  it('is higher than a week of use can explain: all of it stays unexplained', () => {
    const result = check(pool, weekdays(on(3, 1), on(3, 10), 20), shown(on(3, 10), 9941));
    expect(result).toMatchObject({ difference: 141, explanations: [], unexplained: 141 });
  });

  it('is lower: late rows explain it for a week, and not any longer', () => {
    const soon = check(pool, weekdays(on(3, 1), on(3, 12), 20), shown(on(3, 10), 9790), on(3, 12));
    expect(soon.explanations[0]?.text).toBe(
      'Data end on 2026-03-12: rows of the last 7 days before the balance may still be missing; 20 tokens were used on 2026-03-10.',
    );
    const later = check(pool, weekdays(on(3, 1), on(3, 17), 20), shown(on(3, 10), 9790), on(3, 17));
    expect(later).toMatchObject({ difference: -10, explanations: [], unexplained: -10 });
  });

  it('differs by exactly a transfer of those days', () => {
    const packs = [
      pack('A', 1000, on(1, 1), YEAR_END, { team: 'A' }),
      pack('B', 1000, on(1, 1), YEAR_END, { team: 'B' }),
    ];
    const moved = book(packs, { transfers: [{ date: on(3, 9), from: 'A', to: 'B', tokens: 300, row: 2 }] });
    const burns = weekdays(on(3, 1), on(3, 10), 1, 'A');
    expect(check(moved, burns, shown(on(3, 10), 990, 'A')).explanations).toEqual([
      {
        text: 'The transfer of 300 tokens from A to B on 2026-03-09 is exactly the difference: the balance shown does not hold it yet.',
        tokens: 300,
      },
    ]);
    expect(check(moved, burns, shown(on(3, 10), 1000, 'B')).explanations[0]?.tokens).toBe(-300);
    expect(check(moved, burns, shown(on(3, 7), 693, 'A'), on(3, 10)).explanations[0]?.text).toContain(
      'holds it already',
    );
    // Weeks apart, the transfer is none either.
    expect(check(moved, burns, shown(on(3, 20), 990, 'A')).unexplained).toBe(300);
    // The same figure the wrong way round is no explanation.
    expect(check(moved, burns, shown(on(3, 10), 1600, 'B')).unexplained).toBe(300);
  });

  it('differs by exactly a refund of those days', () => {
    const burns = [burn(on(3, 1), 500), burn(on(3, 9), -70), burn(on(3, 20), 5)];
    expect(check(pool, burns, shown(on(3, 10), 9500), on(3, 20))).toMatchObject({
      difference: -70,
      unexplained: 0,
      explanations: [
        {
          text: 'The refund of 70 tokens on 2026-03-09 is exactly the difference: the balance shown does not hold it yet.',
          tokens: -70,
        },
      ],
    });
  });

  it('for teams is added up where packs name none, and without a team is that of all', () => {
    const played = ledger(pool, [], on(3, 10));
    const context = { latestDataDay: null, burns: [], transfers: [] };
    const teams = [
      shown(on(3, 10), 4000, 'A'),
      shown(on(3, 10), 5000, 'B', 3),
      shown(on(3, 10), 5900, 'b', 4),
    ];
    expect(reconcile(played, teams, context)).toEqual([
      expect.objectContaining({ team: '', shown: 9900, unexplained: -100 }),
    ]);

    const named = ledger(
      book([
        pack('A', 100, on(1, 1), YEAR_END, { team: 'A' }),
        pack('B', 50, on(1, 1), YEAR_END, { team: 'B' }),
      ]),
      [],
      on(3, 10),
    );
    const results = reconcile(
      named,
      [shown(on(3, 11), 1), shown(on(3, 10), 140), shown(on(3, 9), 90, 'a', 3)],
      context,
    );
    expect(results.map(({ date, team, ledger: ours, difference }) => [date, team, ours, difference])).toEqual(
      [
        [on(3, 9), 'a', 100, -10],
        [on(3, 10), '', 150, -10],
      ],
    );
  });

  it('is posted as a dated adjustment that says why', () => {
    expect(adjustmentFor(check(pool, weekdays(on(3, 1), on(3, 10), 20), shown(on(3, 10), 9941)), 5)).toEqual({
      date: on(3, 10),
      team: '',
      tokens: 141,
      reason: 'Autodesk showed 9,941 for the pool on 2026-03-10, the ledger had 9,800',
      row: 5,
    });
  });
});

test('after the unexplained rest is posted, the same balance leaves nothing unexplained', () => {
  const teams = fc.constantFrom('', 'A', 'B', 'C');
  fc.assert(
    fc.property(
      histories(),
      teams,
      fc.nat(30000),
      fc.nat(200),
      fc.nat(30),
      (history, team, hundredths, back, lag) => {
        const { book: before, burns, asOf } = history;
        const byTeam = before.packs.some((item) => item.team !== '');
        const balance = shown(asOf - back, hundredths / 100, byTeam ? team : '');
        const context = { latestDataDay: asOf - lag, burns, transfers: before.transfers };
        const [first] = reconcile(ledger(before, burns, asOf), [balance], context);
        const adjustments = [...before.adjustments, adjustmentFor(first!, 99)];
        let after;
        try {
          after = ledger({ ...before, adjustments }, burns, asOf);
        } catch (error) {
          // A later transfer or adjustment may need what the balance shown says was never there: the user is told.
          expect((error as Error).message).toMatch(/^(Transfers|Adjustments), row \d+: /);
          return;
        }
        const [second] = reconcile(after, [balance], context);
        expect(second!.unexplained).toBe(0);
        expect(second!.difference).toBeCloseTo(first!.difference - first!.unexplained, 6);
      },
    ),
  );
});
