import fc from 'fast-check';
import { chargeback } from '../../../../src/engine/monitor/ledger/chargeback';
import {
  ledger,
  type BookedLedger,
  type DayBurn,
  type MonthMoney,
  type TeamTotals,
  type UnusedRule,
} from '../../../../src/engine/monitor';
import { monthMoney, monthMoneyByTeam } from '../../../../src/engine/monitor/ledger/money';
import { histories } from '../books';

/** Tokens in whole millionths: sums of the book are exact there. */
const parts = (tokens: number): number => Math.round(tokens * 1e6);

function into(totals: TeamTotals): number {
  return parts(totals.bought) + parts(totals.carriedIn) + parts(totals.transferredIn);
}

function outOf(totals: TeamTotals): number {
  const { burned, expired, balance, transferredOut, adjusted } = totals;
  return parts(burned) + parts(expired) + parts(balance) + parts(transferredOut) + parts(adjusted);
}

test('no token is created or lost: what came in was burned, expired, passed on or adjusted, or is still there', () => {
  fc.assert(
    fc.property(histories(), ({ book, burns, asOf }) => {
      const { teams, total, lots } = ledger(book, burns, asOf);
      for (const totals of [...teams, total]) expect(into(totals)).toBe(outOf(totals));
      expect(parts(total.transferredIn)).toBe(parts(total.transferredOut));
      for (const lot of lots) {
        const left =
          parts(lot.quantity) -
          parts(lot.burned) -
          parts(lot.expired) -
          parts(lot.transferredOut) -
          parts(lot.adjusted);
        expect(parts(lot.balance)).toBe(left);
      }
    }),
  );
});

test('all use is accounted for: burned, without a balance, or given back to nobody', () => {
  fc.assert(
    fc.property(histories(), ({ book, burns, asOf }) => {
      const { total } = ledger(book, burns, asOf);
      const used = burns.reduce((sum, { day, tokens }) => (day <= asOf ? sum + parts(tokens) : sum), 0);
      expect(parts(total.burned) + parts(total.uncovered) - parts(total.lostRefunds)).toBe(used);
    }),
  );
});

test('nothing is ever negative but adjustments upwards, and no lot holds more than came into it', () => {
  fc.assert(
    fc.property(histories(), ({ book, burns, asOf }) => {
      const { lots, balances, teams } = ledger(book, burns, asOf);
      for (const lot of lots) {
        expect(
          Math.min(lot.burned, lot.expired, lot.transferredOut, lot.balance, lot.balanceCents),
        ).toBeGreaterThanOrEqual(0);
        // Only tokens that Autodesk shows beyond all packs have a lot that nothing came into.
        if (lot.quantity > 0) expect(lot.balance).toBeLessThanOrEqual(lot.quantity);
        expect(lot.balanceCents).toBeLessThanOrEqual(lot.cents);
        if (asOf > lot.expiry) expect(lot.balance).toBe(0);
      }
      for (const balance of balances) expect(balance).toBeGreaterThanOrEqual(0);
      for (const { uncovered, lostRefunds } of teams)
        expect(Math.min(uncovered, lostRefunds)).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('the balance of each day is that of a ledger that ends there', () => {
  fc.assert(
    fc.property(histories(), fc.nat(200), ({ book, burns, asOf }, back) => {
      const whole = ledger(book, burns, asOf);
      const day = Math.max(whole.firstDay, asOf - back);
      expect(whole.balances[day - whole.firstDay]).toBe(ledger(book, burns, day).total.balance);
      expect(whole.balances[whole.balances.length - 1]).toBe(whole.total.balance);
    }),
  );
});

test('the order of rows leaves no trace in the ledger', () => {
  const shuffled = histories().chain((history) =>
    fc.tuple(
      fc.constant(history),
      fc.shuffledSubarray([...history.burns], {
        minLength: history.burns.length,
        maxLength: history.burns.length,
      }),
    ),
  );
  fc.assert(
    fc.property(shuffled, ([{ book, burns, asOf }, other]) => {
      expect(ledger(book, other, asOf)).toEqual(ledger(book, burns, asOf));
    }),
  );
});

test('one row or several for the same use give the same ledger', () => {
  fc.assert(
    fc.property(
      histories(),
      fc.infiniteStream(fc.integer({ min: -20, max: 20 })),
      ({ book, burns, asOf }, cuts) => {
        const split = burns.flatMap((item): DayBurn[] => {
          const first = Number(cuts.next().value ?? 0) / 4;
          return [
            { ...item, tokens: first },
            { ...item, tokens: item.tokens - first },
          ];
        });
        expect(ledger(book, split, asOf)).toEqual(ledger(book, burns, asOf));
      },
    ),
  );
});

function invoices(of: BookedLedger): number {
  return of.lots.reduce(
    (sum, { quantity, price, transferred }) =>
      transferred ? sum : sum + Math.round(Number((quantity * price * 100).toPrecision(15))),
    0,
  );
}

function closes(month: MonthMoney, unit: 'tokens' | 'cents'): void {
  const { opening, bought, carriedIn, burned, expired, adjusted, closing, transferredIn, transferredOut } =
    month;
  const value = (amount: { tokens: number; cents: number } | undefined): number =>
    amount === undefined ? 0 : unit === 'tokens' ? parts(amount.tokens) : amount.cents;
  const arrived = value(bought) + value(carriedIn) + value(transferredIn);
  const left = value(burned) + value(expired) + value(adjusted) + value(transferredOut);
  expect(value(opening) + arrived - left).toBe(value(closing));
}

test('every month closes with the next one’s opening, and all of them sum to the invoices to the cent', () => {
  fc.assert(
    fc.property(histories(), ({ book, burns, asOf }) => {
      const played = ledger(book, burns, asOf);
      const total = monthMoney(played);
      for (const months of [total, ...monthMoneyByTeam(played).map((team) => team.months)]) {
        months.forEach((month, index) => {
          closes(month, 'tokens');
          closes(month, 'cents');
          expect(month.opening).toEqual(months[index - 1]?.closing ?? { tokens: 0, cents: 0 });
          expect(Number.isInteger(month.closing.cents)).toBe(true);
        });
      }
      const sum = (field: 'bought' | 'carriedIn' | 'burned' | 'expired' | 'adjusted'): number =>
        total.reduce((all, month) => all + month[field].cents, 0);
      const last = total[total.length - 1]!.closing;
      expect(sum('bought') + sum('carriedIn')).toBe(invoices(played));
      expect(sum('burned') + sum('expired') + sum('adjusted') + last.cents).toBe(invoices(played));
      expect(last.tokens).toBe(played.total.balance);
      const ofTeams = monthMoneyByTeam(played).reduce(
        (all, { months }) => all + months[months.length - 1]!.closing.cents,
        0,
      );
      expect(ofTeams).toBe(last.cents);
    }),
  );
});

test('chargeback gives every cent of the invoices to somebody or leaves it in the pool, under each rule', () => {
  const rules: readonly UnusedRule[] = ['by use', 'evenly', 'apart'];
  const centres = fc.array(
    fc.tuple(fc.constantFrom('100', '200', '300', ''), fc.integer({ min: -5, max: 30 })),
    { minLength: 1, maxLength: 6 },
  );
  fc.assert(
    fc.property(
      histories(),
      fc.array(centres, { minLength: 1, maxLength: 7 }),
      ({ book, burns, asOf }, days) => {
        const played = ledger(book, burns, asOf);
        const shares = (day: number): ReadonlyMap<string, number> => new Map(days[day % days.length]!);
        for (const rule of rules) {
          const { lines, stillInPoolCents, invoicedCents } = chargeback(played, shares, rule);
          expect(invoicedCents).toBe(invoices(played));
          expect(lines.reduce((sum, { totalCents }) => sum + totalCents, 0) + stillInPoolCents).toBe(
            invoicedCents,
          );
          for (const { usedCents, unusedCents, totalCents } of lines) {
            expect(usedCents + unusedCents).toBe(totalCents);
            expect(Number.isInteger(usedCents) && Number.isInteger(unusedCents)).toBe(true);
          }
          const tokens = lines.reduce((sum, line) => sum + line.tokens, 0);
          expect(tokens).toBeCloseTo(played.total.burned, 3);
          const without = lines.reduce((sum, line) => sum + (line.uncovered ?? 0), 0);
          expect(without).toBeCloseTo(played.total.uncovered, 3);
        }
      },
    ),
  );
});
