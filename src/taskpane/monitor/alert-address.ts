import type { Alert } from '../../engine/monitor/alerts/types';
import { addressWithin, rangeOf } from '../data/range-address';

/**
 * Cells of an alert's row in the register. Where rows of the table are no alerts (notes of the user's), positions do not tell, and the
 * whole register is meant.
 * @param address cells of the register, its header first
 */
export function alertAddress(address: string, alerts: readonly Alert[], id: string): string {
  const block = rangeOf(address);
  const at = alerts.findIndex((alert) => alert.id === id);
  if (block === null || at < 0 || block.rows !== alerts.length + 1) return address;
  return addressWithin(block, at + 2, null);
}
