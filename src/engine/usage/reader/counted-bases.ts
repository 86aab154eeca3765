import { productKey } from '../../catalog/aliases';
import type { TextColumn } from '../cells/text-column';
import { productColumnAt, type ColumnSet } from './column-set';

/**
 * Where hours and days stand in columns of their own: which of the two most rows of a product fill in, by the product's key. Over all
 * rows, so that their order decides nothing; equally many are hours.
 */
export function countedBases(columns: ColumnSet, rows: number): (key: string) => 'hour' | 'day' | null {
  const { hours, days } = columns;
  if (hours === undefined || days === undefined) return () => null;
  const tallies = new Map<string, { hours: number; days: number }>();
  const ofCode = new Map<TextColumn, { hours: number; days: number }[]>();
  for (let row = 0; row < rows; row++) {
    const column = productColumnAt(columns, row);
    if (column === undefined) continue;
    const code = column.codes[row] as number;
    let own = ofCode.get(column);
    if (own === undefined) ofCode.set(column, (own = []));
    let tally = own[code];
    if (tally === undefined) {
      const key = productKey(column.texts[code] as string);
      tally = tallies.get(key) ?? { hours: 0, days: 0 };
      tallies.set(key, tally);
      own[code] = tally;
    }
    if (hours.isFilled(row)) tally.hours++;
    if (days.isFilled(row)) tally.days++;
  }
  return (key) => {
    const tally = tallies.get(key);
    if (tally === undefined || tally.hours + tally.days === 0) return null;
    return tally.hours >= tally.days ? 'hour' : 'day';
  };
}
