import type { UsageReading } from '../../usage/types';

/**
 * The reading with the tokens of those who do not draw on the pool set to 0, so that everything counted from its tokens is theirs who do.
 * Tokens that the data say were charged stay, whoever drew them: they left the pool.
 * @param includes users (-1 = a row without one) and products by index; omitted = everybody, and the reading itself
 */
export function drawingOn(
  reading: UsageReading,
  includes: ((user: number, product: number) => boolean) | undefined,
): UsageReading {
  if (includes === undefined) return reading;
  const { table } = reading;
  const charged = table.tokensGiven;
  const tokens = table.tokens.map((count, row) =>
    charged?.[row] === 1 || includes(table.user[row]!, table.product[row]!) ? count : 0,
  );
  return { ...reading, table: { ...table, tokens } };
}
