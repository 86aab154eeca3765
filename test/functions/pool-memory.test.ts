import * as pool from '../../src/engine/pool/simulate';
import { formula, table } from './host';

jest.mock('../../src/engine/pool/simulate', () => {
  const actual = jest.requireActual<typeof pool>('../../src/engine/pool/simulate');
  return { ...actual, drawDemand: jest.fn(actual.drawDemand) };
});

/** Simulations run so far. */
const simulations = (): number => jest.mocked(pool.drawDemand).mock.calls.length;

const range = (users: number): (string | number)[][] => [
  ['User', 'Product', 'Date', 'Hours'],
  ...Array.from({ length: users }, (_, i) => [`u${i}`, 'AutoCAD', 46300 - i, 10 + i]),
];

test('formulas with other pools, levels and bundles over one range wait for one simulation only', () => {
  const usage = range(30);
  for (let i = 0; i < 100; i++) formula('STOCKOUT', usage, i * 10);
  table('POOLSIZE', usage);
  table('POOLSIZE', usage, 0.9, 500);
  table('STOCKOUT', usage, [[1], [2]]);
  formula('BUFFER', usage);
  formula('PEAKRATIO', usage);
  expect(simulations()).toBe(1);
});

test('an edited cell and another card are simulated anew, and the first range is still known', () => {
  const usage = range(30);
  const before = simulations();
  const edited = usage.map((row, i) => (i === 5 ? [...row.slice(0, 3), 4000] : row));
  expect(formula('STOCKOUT', edited, 900)).not.toBe(formula('STOCKOUT', usage, 900));
  const dearer = table('RATECARD').map((row) =>
    row[0] === 'AutoCAD' ? row.map((cell, i) => (i === 2 ? 2 : cell)) : row,
  );
  expect(Number(formula('STOCKOUT', usage, 900, dearer))).toBeGreaterThan(
    Number(formula('STOCKOUT', usage, 900)),
  );
  expect(simulations()).toBe(before + 2);
});

test('a refused tolerance costs no simulation', () => {
  const before = simulations();
  expect(() => formula('POOLSIZE', range(3), 0.99)).toThrow(/effective clusters/);
  expect(simulations()).toBe(before);
});
