import fc from 'fast-check';
import { fingerprint, memory } from '../../src/functions/memory';

describe('the fingerprint of a range', () => {
  const cell = fc.oneof(
    fc.string({ maxLength: 6 }),
    fc.double(),
    fc.integer({ min: -3, max: 3 }),
    fc.boolean(),
    fc.constant(null),
  );
  const range = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 });

  it('is the same for the same cells', () => {
    fc.assert(
      fc.property(range, (rows) => {
        expect(fingerprint(rows.map((row) => [...row]))).toBe(fingerprint(rows));
      }),
    );
  });

  it('changes with any one cell, so that an edited range is never answered from memory', () => {
    fc.assert(
      fc.property(range, fc.nat(), fc.nat(), cell, (rows, r, c, value) => {
        const row = r % rows.length;
        const column = c % (rows[row]?.length ?? 1);
        fc.pre(!Object.is(rows[row]?.[column], value));
        const edited = rows.map((cells, i) =>
          i === row ? cells.map((old, j) => (j === column ? value : old)) : cells,
        );
        expect(fingerprint(edited)).not.toBe(fingerprint(rows));
      }),
    );
  });

  it.each([
    [[['1']], [[1]]],
    [[['a', 'b']], [['ab', '']]],
    [[['a'], ['b']], [['a', 'b']]],
    [[[true]], [['TRUE']]],
    [[[1, 2]], [[2, 1]]],
    [[['']], [[0]]],
    [[[0]], [[false]]],
  ])('tells %j from %j', (one, other) => {
    expect(fingerprint(one)).not.toBe(fingerprint(other));
  });

  it('reads through the wrapping of a host', () => {
    expect(fingerprint([[{ type: 'FormattedNumber', basicValue: 4 }]])).toBe(fingerprint([[4]]));
  });
});

describe('memory', () => {
  it('computes once a key, and forgets the least recently used beyond its size', () => {
    const recall = memory<string>(2);
    const computed: string[] = [];
    const get = (key: string) =>
      recall(key, () => {
        computed.push(key);
        return key.toUpperCase();
      });
    expect(['a', 'b', 'a', 'c', 'a', 'b'].map(get)).toEqual(['A', 'B', 'A', 'C', 'A', 'B']);
    expect(computed).toEqual(['a', 'b', 'c', 'b']);
  });

  it('does not remember a failure', () => {
    const recall = memory<number>(2);
    expect(() =>
      recall('a', () => {
        throw new Error('unreadable');
      }),
    ).toThrow('unreadable');
    expect(recall('a', () => 1)).toBe(1);
  });
});
