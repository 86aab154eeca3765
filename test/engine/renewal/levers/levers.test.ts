import fc from 'fast-check';
import {
  GUIDE_LEVERS,
  leverTable,
  readLevers,
  type LeverInput,
  type LeverName,
} from '../../../../src/engine/renewal';
import { leverTornado, tornado } from '../../../../src/engine/renewal/tornado';
import { leversTogether } from '../../../../src/engine/renewal/levers/levers';

const input = (changes: Partial<LeverInput> = {}): LeverInput => ({
  tokenSpend: 150_000,
  seatSpend: 0,
  ranges: GUIDE_LEVERS,
  mode: 'compounded',
  ...changes,
});
const only = (...names: LeverName[]): LeverInput['ranges'] =>
  GUIDE_LEVERS.filter(({ lever }) => names.includes(lever));

describe("the guide's levers at a company's volumes", () => {
  it('volume and commitment compound to 12.6 to 36.04 %', () => {
    const [, commitment] = leverTable(input());
    expect(commitment?.cumulative.low).toBeCloseTo(0.126, 12);
    expect(commitment?.cumulative.high).toBeCloseTo(0.3604, 12);
    expect(commitment?.cumulativeMoney.low).toBeCloseTo(18_900, 6);
    expect(commitment?.cumulativeMoney.high).toBeCloseTo(54_060, 6);
  });

  it('added they make 13 to 40 %', () => {
    const [, commitment] = leverTable(input({ mode: 'additive' }));
    expect(commitment?.cumulative.low).toBeCloseTo(0.13, 12);
    expect(commitment?.cumulative.high).toBeCloseTo(0.4, 12);
  });

  it('each is worth its own fraction of the spend alone, whatever stands above it', () => {
    const values = leverTable(input()).map(({ value }) => [value.low, value.mid, value.high]);
    const expected = [
      [7500, 17_250, 27_000],
      [12_000, 22_500, 33_000],
      [7500, 15_000, 22_500],
      [3000, 7500, 12_000],
    ];
    values.forEach((row, index) =>
      row.forEach((value, column) => expect(value).toBeCloseTo(expected[index]![column]!, 6)),
    );
  });

  it('what they add one after the other sums to what they make together', () => {
    const lines = leverTable(input({ seatSpend: 400_000 }));
    const added = lines.reduce((sum, line) => sum + line.added.mid, 0);
    expect(added).toBeCloseTo(lines.at(-1)!.cumulativeMoney.mid, 6);
    expect(
      leversTogether(
        input({ seatSpend: 400_000 }),
        GUIDE_LEVERS.map(({ mid }) => mid),
      ),
    ).toBeCloseTo(added, 6);
  });

  it('the bundle acts on what tokens and seats cost together', () => {
    const [bundle] = leverTable(input({ seatSpend: 350_000, ranges: only('Bundle') }));
    expect(bundle?.base).toBe(500_000);
    expect(bundle?.value.low).toBeCloseTo(10_000, 6);
    const [, after] = leverTable(input({ seatSpend: 350_000, ranges: only('Volume tier', 'Bundle') }));
    // 2 % of the tokens at 95 % of their price, and of the seats at full price.
    expect(after?.added.low).toBeCloseTo(0.02 * (0.95 * 150_000 + 350_000), 6);
  });

  it('a carry-forward that was simulated is worth what it came to, at the price then paid', () => {
    const simulated = (share: number, factor: number): number => 40_000 * share * factor;
    const [, carry] = leverTable(
      input({ ranges: only('Volume tier', 'Carry-forward'), carryForward: simulated }),
    );
    expect(carry?.value.high).toBeCloseTo(6000, 9);
    expect(carry?.added.high).toBeCloseTo(6000 * 0.82, 6);
  });

  it("the user's own value has figures of its own, and mid stands in where none was typed", () => {
    const ranges = GUIDE_LEVERS.map((range) =>
      range.lever === 'Volume tier' ? { ...range, own: 0.1 } : range,
    );
    const [volume, commitment] = leverTable(input({ ranges }));
    expect(volume?.value.own).toBeCloseTo(15_000, 6);
    expect(commitment?.value.own).toBeNull();
    expect(commitment?.cumulative.own).toBeCloseTo(1 - 0.9 * 0.85, 12);
  });

  it('together they never save more than everything is, and a larger lever never saves less', () => {
    const fraction = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(
        fc.tuple(fraction, fraction, fraction, fraction),
        fc.constantFrom('compounded' as const, 'additive' as const),
        fc.nat(3),
        fraction,
        (fractions, mode, index, more) => {
          const terms = input({ mode, seatSpend: 80_000 });
          const money = leversTogether(terms, fractions);
          expect(money).toBeLessThanOrEqual(230_000 * (1 + 1e-12));
          const larger = fractions.map((value, at) => (at === index ? Math.max(value, more) : value));
          expect(leversTogether(terms, larger)).toBeGreaterThanOrEqual(money - 1e-6);
        },
      ),
    );
  });

  it('a range out of order or beyond 100 % is refused with its name', () => {
    const wrong = (change: object): (() => unknown) => {
      const ranges = GUIDE_LEVERS.map((range, index) => (index === 1 ? { ...range, ...change } : range));
      return () => leverTable(input({ ranges }));
    };
    expect(wrong({ high: 22 })).toThrow('Commitment: high is 22');
    expect(wrong({ mid: 0.3 })).toThrow('Low must not exceed mid');
    expect(() => leverTable(input({ tokenSpend: -1 }))).toThrow('token spend is -1');
  });
});

describe('ranges typed by the user', () => {
  it("replace the guide's, in any order, with mid halfway; the others stay", () => {
    const ranges = readLevers([
      ['High', 'Lever', 'Low'],
      [0.1, 'Token carry-forward', 0],
      [0.3, 'volume tier discount', 0.1],
      ['', '', null],
    ]);
    expect(ranges.map(({ lever }) => lever)).toEqual(GUIDE_LEVERS.map(({ lever }) => lever));
    expect(ranges[0]).toMatchObject({ low: 0.1, mid: 0.2, high: 0.3, own: null });
    expect(ranges[1]).toEqual(GUIDE_LEVERS[1]);
    expect(ranges[2]).toMatchObject({ low: 0, mid: 0.05, high: 0.1 });
  });

  it('are refused with their row when something is wrong', () => {
    const read =
      (...rows: (string | number)[][]) =>
      () =>
        readLevers([['Lever', 'Low', 'High'], ...rows]);
    expect(read(['Rate freeze clause', 1, 2])).toThrow('row 2: a rate freeze is counted in years');
    expect(read(['Luck', 0, 1])).toThrow('row 2: the lever is "Luck"');
    expect(read(['Bundle', 0.1, 8])).toThrow('row 2: high of Bundle is 8');
    expect(read(['Bundle', '', 0.1])).toThrow('low of Bundle is missing');
    expect(read(['Bundle', 0.2, 0.1])).toThrow('low must not exceed mid');
    expect(read(['Bundle', 0, 0.1], ['bundle', 0, 0.1])).toThrow('row 3: Bundle stands in row 2 too');
    expect(() => readLevers([['Bundle', 0, 0.1]])).toThrow('needs a header row');
  });
});

describe('what matters most', () => {
  it('is the driver that moves the outcome most, the others held at mid', () => {
    const drivers = [
      { name: 'price', low: 1, mid: 2, high: 3 },
      { name: 'volume', low: 10, mid: 30, high: 40 },
    ];
    const found = tornado(drivers, ([price = 0, volume = 0]) => price * volume);
    expect(found.middle).toBe(60);
    expect(
      found.bars.map(({ name, outcomeLow, outcomeHigh, spread }) => [name, outcomeLow, outcomeHigh, spread]),
    ).toEqual([
      ['price', 30, 90, 60],
      ['volume', 20, 80, 60],
    ]);
    const wider = tornado([drivers[0]!, { ...drivers[1]!, low: 0 }], ([p = 0, v = 0]) => p * v);
    expect(wider.bars.map(({ name }) => name)).toEqual(['volume', 'price']);
  });

  it("is the commitment among the guide's levers, and the bundle once seats are many", () => {
    expect(leverTornado(input()).bars[0]?.name).toBe('Commitment');
    expect(leverTornado(input({ seatSpend: 2_000_000 })).bars[0]?.name).toBe('Bundle');
  });
});
