import type { UsageReading } from '../../../src/engine/usage';

/** Sums of a column by "user product" of the usable rows; rows never used add 0. */
export function sumsOf(reading: UsageReading, column: 'units' | 'tokens'): Record<string, number> {
  const { table } = reading;
  const sums: Record<string, number> = {};
  for (let row = 0; row < table.rows; row++) {
    const user = table.users[table.user[row] ?? -1]?.key ?? '';
    const key = `${user} ${table.products[table.product[row] ?? -1]?.name ?? ''}`;
    sums[key] = (sums[key] ?? 0) + (table[column][row] || 0);
  }
  return sums;
}

export function totalOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + (value || 0), 0);
}

/** `[row, column, value, reason]` of every rejected row. */
export function rejectsOf(reading: UsageReading): (string | number)[][] {
  return reading.rejected.map(({ row, column, value, reason }) => [row, column, value, reason]);
}
