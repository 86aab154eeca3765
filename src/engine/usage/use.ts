import type { UsageTable } from './types';

type Amounts = Pick<UsageTable, 'units' | 'tokens' | 'tokensGiven'>;

/** A row of something assigned and never opened: neither units nor tokens of its own. */
export function isNeverUsed({ units, tokensGiven }: Amounts, row: number): boolean {
  const known = units[row] as number;
  return known !== known && tokensGiven?.[row] !== 1;
}

/** Whether a row shows use: 0 units are one, a refund and a product never opened are none. Tokens stand for units that nobody knows. */
export function isUse(table: Amounts, row: number): boolean {
  const units = table.units[row] as number;
  if (units === units) return units >= 0;
  return table.tokensGiven?.[row] === 1 && (table.tokens[row] as number) >= 0;
}
