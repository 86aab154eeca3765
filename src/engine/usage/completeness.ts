import { counted } from '../numeric/format';
import type { UsageReading } from './types';

/** Share of the rows that may be left out before a result reads "data incomplete", unless the user says otherwise. */
export const LEFT_OUT_LIMIT = 0.01;

/** On which part of the data a result rests. */
export interface Completeness {
  /** Nothing that was charged is missing, and hardly a row. */
  readonly complete: boolean;
  /** Rows used ÷ rows read without totals rows; 1 without rows. */
  readonly rowShare: number;
  /** Tokens counted ÷ tokens that the rows carry (refunds as positive figures where they were left out); 1 without tokens. */
  readonly tokenShare: number;
  readonly rowsLeftOut: number;
  readonly tokensLeftOut: number;
  /** Rows left out whose own tokens cell cannot be read, so that nobody knows what is missing. */
  readonly unreadTokens: number;
}

/**
 * On which share of rows and tokens a reading rests (docs/rules.md, "Completeness").
 * @param limit share of the rows that may be left out, 0 to 1
 */
export function completenessOf(reading: UsageReading, limit = LEFT_OUT_LIMIT): Completeness {
  const { leftOut, used, table } = reading;
  let counted = 0;
  const given = table.tokensGiven;
  for (let row = 0; row < table.rows; row++)
    if (given?.[row] === 1) counted += Math.abs(table.tokens[row] as number);
  const rows = used + leftOut.rows;
  const tokens = counted + leftOut.tokens;
  return {
    complete: leftOut.tokens === 0 && leftOut.unreadTokens === 0 && leftOut.rows <= limit * rows,
    rowShare: rows === 0 ? 1 : used / rows,
    tokenShare: tokens === 0 ? 1 : counted / tokens,
    rowsLeftOut: leftOut.rows,
    tokensLeftOut: leftOut.tokens,
    unreadTokens: leftOut.unreadTokens,
  };
}

/** `data incomplete: 403 of 12,000 rows and 7,200 tokens are left out`; '' where the data are complete. */
export function incompleteText(found: Completeness): string {
  if (found.complete) return '';
  const count = (value: number): string => Math.round(value).toLocaleString('en-US');
  const parts = [counted(found.rowsLeftOut, 'row')];
  if (found.tokensLeftOut > 0) parts.push(`${count(found.tokensLeftOut)} tokens`);
  const unread =
    found.unreadTokens > 0 ? `; the tokens of ${count(found.unreadTokens)} of them cannot be read` : '';
  return `data incomplete: ${parts.join(' and ')} left out${unread}`;
}
