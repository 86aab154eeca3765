import { serialOf } from '../../src/engine/numeric';
import { table } from './host';

export type Cell = string | number | boolean | null;
export const HEADER: Cell[] = ['User', 'Product', 'Date', 'Hours', 'Project'];

/** AutoCAD, 1 token an hour: hours by month from Nov 2025 to Oct 2026, for one user of one project. */
export function months(hours: readonly number[], project = 'Tower'): Cell[][] {
  return hours.map((amount, i) => [
    `${project} user`,
    'AutoCAD',
    serialOf(2025 + Math.floor((10 + i) / 12), ((10 + i) % 12) + 1, 9),
    amount,
    project,
  ]);
}

/** 60 projects of uneven size, about 50 effective ones; 12 months. */
export const PROJECTS: Cell[][] = [
  HEADER,
  ...Array.from({ length: 60 }, (_, i) =>
    months(Array<number>(12).fill(20 + ((i * 37) % 60)), `P${i}`),
  ).flat(),
];
/** The one row of POOLSIZE by its headers. */
export function poolSize(...given: readonly unknown[]): Record<string, number> {
  const [headers = [], row = [], ...more] = table('POOLSIZE', ...given);
  expect(more).toEqual([]);
  return Object.fromEntries(headers.map((header, i) => [String(header), Number(row[i])]));
}
