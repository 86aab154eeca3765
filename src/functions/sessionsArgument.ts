import { FlexError } from '../engine/errors';
import { billSessions, sessionCard, type BilledRow } from '../engine/charges';
import type { CardArgument } from './cardArgument';
import type { Grid } from './cells';
import { readingOf, usageArgument, usageGrid } from './usageArgument';

const POSITIONS = ['User', 'Product', 'Start', 'End'];

/**
 * Charges of a sessions argument. Without a header row its columns are user, product, start and end.
 * @throws FlexError 'value' without Start and End columns, or when no row is usable
 */
export function billedSessions(
  argument: unknown,
  rates: CardArgument,
  idleMinutes: number,
): readonly BilledRow[] {
  const hourly: CardArgument = { card: sessionCard(rates.card), key: `sessions of ${rates.key}` };
  const given = usageGrid(argument, 'sessions');
  const grid: Grid = readingOf(given, hourly).shape === 'no header' ? [POSITIONS, ...given] : given;
  const { table } = usageArgument(grid, hourly, 'sessions');
  if (table.start.length === 0 || table.end.length === 0) {
    throw new FlexError(
      'value',
      'sessions has no columns Start and End: charges are counted from when each session began and ended.',
    );
  }
  return billSessions(table, rates.card, idleMinutes);
}
