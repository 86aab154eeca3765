import fc from 'fast-check';
import { ledger, type DayBurn, type Pack, type PoolBook } from '../../../src/engine/monitor';
import { serialOf } from '../../../src/engine/numeric';

/** Serial of a day of 2026. */
export function on(month: number, day: number): number {
  return serialOf(2026, month, day);
}

/** A pack of 2026 at $3.00. */
export function pack(
  id: string,
  quantity: number,
  start: number,
  expiry: number,
  more: Partial<Pack> = {},
): Pack {
  return { id, team: '', quantity, price: 3, start, expiry, carried: false, row: 2, ...more };
}

export function book(packs: readonly Pack[], more: Partial<PoolBook> = {}): PoolBook {
  return { packs, transfers: [], adjustments: [], shown: [], ...more };
}

export function burn(day: number, tokens: number, team = ''): DayBurn {
  return { day, team, tokens };
}

/** Balance left in each lot, by pack and team. */
export function balances(
  lots: readonly { pack: string; team: string; balance: number }[],
): Record<string, number> {
  return Object.fromEntries(
    lots.map(({ pack: id, team, balance }) => [team === '' ? id : `${team} ${id}`, balance]),
  );
}

export interface History {
  readonly book: PoolBook;
  readonly burns: readonly DayBurn[];
  readonly asOf: number;
}

const FIRST = serialOf(2026, 1, 1);
const SPAN = 120;
const dayOf = fc.integer({ min: 0, max: SPAN - 1 }).map((offset) => FIRST + offset);
const hundredths = (most: number) => fc.integer({ min: 1, max: most * 100 }).map((parts) => parts / 100);

/** A pool of one or several teams over four months: packs, use with refunds, and the transfers and adjustments that its balances allow. */
export function histories(): fc.Arbitrary<History> {
  return fc.boolean().chain((byTeam) => {
    const team = byTeam ? fc.constantFrom('A', 'B', 'C', '') : fc.constant('');
    const anyPack = fc.record({
      team,
      quantity: hundredths(300),
      price: fc.constantFrom(0, 0.3, 2.857, 3),
      start: dayOf,
      days: fc.integer({ min: 0, max: 70 }),
      carried: fc.boolean(),
    });
    const anyBurn = fc.record({
      day: dayOf,
      team: byTeam ? fc.constantFrom('A', 'B', 'C', 'D', '') : fc.constant(''),
      tokens: fc.oneof(
        { weight: 4, arbitrary: hundredths(30) },
        { weight: 1, arbitrary: hundredths(30).map((x) => -x) },
      ),
    });
    const anyTransfer = fc.record({
      date: dayOf,
      from: fc.constantFrom('A', 'B'),
      to: fc.constantFrom('C', 'D'),
      tokens: hundredths(60),
    });
    const anyAdjustment = fc.record({
      date: dayOf,
      team,
      tokens: fc.integer({ min: -4000, max: 4000 }).map((parts) => parts / 100),
    });
    return fc
      .record({
        packs: fc.array(anyPack, { minLength: 1, maxLength: 8 }),
        burns: fc.array(anyBurn, { maxLength: 60 }),
        transfers: fc.array(anyTransfer, { maxLength: byTeam ? 4 : 0 }),
        adjustments: fc.array(anyAdjustment, { maxLength: 4 }),
        asOf: fc.integer({ min: 0, max: SPAN + 90 }),
      })
      .map(({ packs, burns, transfers, adjustments, asOf }): History => {
        let kept = book(
          packs.map(({ days, ...rest }, index) => ({
            ...rest,
            id: `P${index}`,
            expiry: rest.start + days,
            row: index + 2,
          })),
        );
        const allowed = (next: PoolBook): boolean => {
          try {
            ledger(next, burns, FIRST + SPAN);
            return true;
          } catch {
            return false;
          }
        };
        transfers.forEach((item, index) => {
          const next = { ...kept, transfers: [...kept.transfers, { ...item, row: index + 2 }] };
          if (allowed(next)) kept = next;
        });
        adjustments.forEach((item, index) => {
          const next = {
            ...kept,
            adjustments: [...kept.adjustments, { ...item, reason: '', row: index + 2 }],
          };
          if (allowed(next)) kept = next;
        });
        return { book: kept, burns, asOf: FIRST + asOf };
      });
  });
}
