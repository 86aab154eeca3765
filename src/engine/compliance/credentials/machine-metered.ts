import { productKey } from '../../catalog';
import type { UsageTable } from '../../usage/types';

/** Products that are metered by machine: in their rows user and machine are swapped (render nodes). */
export const MACHINE_METERED: readonly string[] = ['Arnold', 'VRED'];

/**
 * By product index: whether its rows name machines instead of people. Editions count too ("VRED Professional").
 */
export function machineMetered(
  table: UsageTable,
  names: readonly string[] = MACHINE_METERED,
): readonly boolean[] {
  const keys = names.map(productKey);
  return table.products.map(({ name }) => {
    const key = productKey(name);
    return keys.some((metered) => key.startsWith(metered));
  });
}
