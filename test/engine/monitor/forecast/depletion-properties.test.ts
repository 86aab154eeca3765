import fc from 'fast-check';
import { poolDepletion, type DailySeries, type Depletion, type Pack } from '../../../../src/engine/monitor';
import { on, pack } from '../books';
import { series } from '../demand';

const ASOF = on(6, 30);

interface Pool {
  readonly packs: readonly Pack[];
  readonly burn: DailySeries;
}

/** Up to five packs, some still to come, over a history of up to fifteen months of uneven burn. */
function pools(): fc.Arbitrary<Pool> {
  const anyPack = fc.record({
    quantity: fc.integer({ min: 1, max: 4_000 }),
    start: fc.integer({ min: -100, max: 150 }),
    days: fc.integer({ min: 0, max: 500 }),
  });
  const anyDay = fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 0, max: 40 }) },
    { weight: 1, arbitrary: fc.integer({ min: -60, max: 400 }) },
  );
  return fc
    .record({
      packs: fc.array(anyPack, { minLength: 1, maxLength: 5 }),
      days: fc.array(anyDay, { minLength: 1, maxLength: 70, size: 'max' }),
      repeats: fc.integer({ min: 1, max: 7 }),
    })
    .map(({ packs, days, repeats }) => {
      const tokens = Array.from({ length: repeats }, (_, round) =>
        days.map((day) => day * (1 + round / 5)),
      ).flat();
      return {
        packs: packs.map(({ quantity, start, days: length }, index) =>
          pack(`P${index}`, quantity, ASOF + start, ASOF + start + length),
        ),
        burn: series(ASOF - tokens.length + 1, tokens),
      };
    });
}

const run = ({ packs, burn }: Pool): Depletion => poolDepletion(packs, [], burn, ASOF).depletion;

test('P10 is never later than P50, nor P50 than P90, nor any before the as-of day or after the last expiry', () => {
  fc.assert(
    fc.property(pools(), (pool) => {
      const { p10, p50, p90 } = run(pool);
      const last = Math.max(ASOF, ...pool.packs.map(({ expiry }) => expiry));
      expect([ASOF, p10, p50, p90, last]).toEqual([ASOF, p10, p50, p90, last].sort((a, b) => a - b));
    }),
    { numRuns: 150 },
  );
});

test('buying more never brings a date forward: more tokens in a pack, or another pack', () => {
  fc.assert(
    fc.property(
      pools(),
      fc.nat(4),
      fc.integer({ min: 1, max: 3_000 }),
      fc.integer({ min: -50, max: 200 }),
      (pool, which, tokens, start) => {
        const before = run(pool);
        const raised = pool.packs.map((each, index) =>
          index === which % pool.packs.length ? { ...each, quantity: each.quantity + tokens } : each,
        );
        const another = [...pool.packs, pack('more', tokens, ASOF + start, ASOF + start + 90)];
        for (const packs of [raised, another]) {
          const after = run({ ...pool, packs });
          expect(after.p10).toBeGreaterThanOrEqual(before.p10);
          expect(after.p50).toBeGreaterThanOrEqual(before.p50);
          expect(after.p90).toBeGreaterThanOrEqual(before.p90);
        }
      },
    ),
    { numRuns: 150 },
  );
});

test('no balance is below 0, tokens that expire were bought, and the same pool gives the same dates', () => {
  fc.assert(
    fc.property(pools(), (pool) => {
      const found = run(pool);
      const usable = pool.packs.filter(({ expiry }) => expiry > ASOF);
      const bought = usable.reduce((sum, { quantity }) => sum + quantity, 0);
      expect(
        Math.min(...found.balances.p50, ...found.balances.p90, ...found.balances.p10),
      ).toBeGreaterThanOrEqual(0);
      expect(found.expiring).toBeGreaterThanOrEqual(0);
      expect(found.expiring).toBeLessThanOrEqual(bought);
      expect(run(pool)).toEqual(found);
    }),
    { numRuns: 100 },
  );
});
