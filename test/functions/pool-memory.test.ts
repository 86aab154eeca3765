import { formula, table } from './host';

const range = (users: number): (string | number)[][] => [
  ['User', 'Product', 'Date', 'Hours'],
  ...Array.from({ length: users }, (_, i) => [`u${i}`, 'AutoCAD', 46300 - (i % 300), 10 + (i % 50)]),
];

const milliseconds = (work: () => unknown): number => {
  const since = performance.now();
  work();
  return performance.now() - since;
};

test('a sheet full of formulas with other pools, levels and bundles over one range waits for one simulation', () => {
  const usage = range(2000);
  const first = milliseconds(() => formula('STOCKOUT', usage, 10));
  const others = milliseconds(() => {
    for (let i = 1; i <= 20; i++) formula('STOCKOUT', usage, i * 1000);
    table('POOLSIZE', usage);
    table('POOLSIZE', usage, 0.9, 500);
    table('STOCKOUT', usage, [[1], [2]]);
    formula('BUFFER', usage);
    formula('PEAKRATIO', usage);
  });
  // Twenty-five simulations would take twenty-five times as long as the first.
  expect(others / 25).toBeLessThan(first / 3);
});

test('an edited cell and another card change the answer, and the first range still has its own', () => {
  const usage = range(30);
  const risk = formula('STOCKOUT', usage, 900);
  const edited = usage.map((row, i) => (i === 5 ? [...row.slice(0, 3), 4000] : row));
  expect(formula('STOCKOUT', edited, 900)).not.toBe(risk);
  const dearer = table('RATECARD').map((row) =>
    row[0] === 'AutoCAD' ? row.map((cell, i) => (i === 2 ? 2 : cell)) : row,
  );
  expect(Number(formula('STOCKOUT', usage, 900, dearer))).toBeGreaterThan(Number(risk));
  expect(formula('STOCKOUT', usage, 900)).toBe(risk);
});
