import * as breakeven from '../../src/engine/breakeven/errors';
import * as catalog from '../../src/engine/catalog/errors';
import { FlexError, mustBe, unfitCell } from '../../src/engine/errors';
import * as monitor from '../../src/engine/monitor/errors';
import * as pool from '../../src/engine/pool/errors';
import * as portfolio from '../../src/engine/portfolio/errors';
import * as renewal from '../../src/engine/renewal/errors';
import * as usage from '../../src/engine/usage/errors';

/** Stands for any argument: a number, a text, a list, a row. */
const anything: unknown = new Proxy(() => undefined, {
  get: (_target, key): unknown => {
    if (key === Symbol.toPrimitive) return (hint: string) => (hint === 'number' ? 7 : 'x');
    if (key === Symbol.iterator) return undefined;
    if (key === 'length') return 1;
    return key === 'join' || key === 'replace' || key === 'toLocaleString' ? () => 'x' : anything;
  },
});

const ROOMS = { breakeven, catalog, monitor, pool, portfolio, renewal, usage };
const refusals = Object.entries(ROOMS).flatMap(([room, catalogue]) =>
  Object.entries(catalogue).map(([name, refusal]) => ({ room, name, refusal: refusal as Refusal })),
);
type Refusal = (...given: unknown[]) => FlexError | { code: string; sentence: string };
const GIVEN: Readonly<Record<string, readonly unknown[]>> = {
  noUserColumn: ['segments'],
  risingThresholds: [
    ['Review at', 'Top up at', 'Escalate at'],
    [0.1, 0.2, 0.3],
  ],
  // The way to list the rows is left to the one who asks.
  noRows: [],
  noUsableRow: [5, 3, { row: 2, column: 'Hours', value: 'n/a', reason: 'not a number' }],
};

describe('every refusal of the engine', () => {
  it.each(refusals.filter(({ name }) => name !== 'cellError'))(
    '$room: $name has a code of its room and a sentence that ends',
    ({ room, name, refusal }) => {
      const error = refusal(...(GIVEN[name] ?? Array<unknown>(4).fill(anything)));
      const [code, sentence] =
        error instanceof FlexError ? [error.code, error.message] : [`${room}.${error.code}`, error.sentence];
      expect(code).toMatch(new RegExp(`^${room}\\.[a-z]+(-[a-z]+)*$`));
      expect(sentence).toMatch(/\.$/);
    },
  );
});

describe('a refusal', () => {
  it('keeps its code where its place is put in front', () => {
    const placed = portfolio.tooManyCollections(31, 30).at('Flex Rates');
    expect(placed).toMatchObject({
      kind: 'value',
      code: 'portfolio.too-many-collections',
      message: 'Flex Rates: There are 31 Collections: at most 30 can be compared.',
    });
  });

  it('of a cell on a card says the cell and which refusal it is', () => {
    expect(catalog.cellError('Rate card', 'cell C7', catalog.basisBlank())).toMatchObject({
      code: 'catalog.basis-blank',
      message: 'Rate card, cell C7: Basis is blank; write hour, day or result.',
    });
  });

  it('of an input out of its range says what is allowed', () => {
    expect(() => mustBe(false, 'pool', 'bundle is 0', 'a whole number of tokens, 1 or more')).toThrow(
      'The bundle is 0: it must be a whole number of tokens, 1 or more.',
    );
    mustBe(true, 'pool', 'bundle is 1', 'a whole number of tokens, 1 or more');
    expect(['', true, 'ten', 1.5].map((cell) => unfitCell('pool', 'price', cell, 'less').message)).toEqual([
      'price is missing: it must be less.',
      'price is TRUE: it must be less.',
      'price is "ten": it must be less.',
      'price is 1.5: it must be less.',
    ]);
  });
});
