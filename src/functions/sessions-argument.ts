import { FlexError } from '../engine/errors';
import { billSessions, sessionCard, type BilledRow } from '../engine/charges';
import type { CardArgument } from './card-argument';
import { anyUsage, usageArgument } from './usage-argument';

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
  const headless = anyUsage(argument, hourly, 'sessions').reading.shape === 'no header';
  const { reading } = usageArgument(argument, hourly, 'sessions', headless ? POSITIONS : undefined);
  if (reading.table.start.length === 0 || reading.table.end.length === 0) {
    throw new FlexError(
      'value',
      'sessions has no columns Start and End: charges are counted from when each session began and ended.',
    );
  }
  return billSessions(reading.table, rates.card, idleMinutes);
}
