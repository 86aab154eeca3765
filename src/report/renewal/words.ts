/** The headline of `Flex Renewal`. */
import type { Renewal } from '../../engine/renewal';
import { moneyText } from '../model/formats';

/** What all levers are worth together, and what to commit. */
export function renewalFinding(
  { levers, commitment }: Renewal,
  currency: string,
  estimated: boolean,
): string {
  const together = levers.at(-1)?.cumulativeMoney;
  const about = estimated ? 'about ' : '';
  const money = (amount: number | undefined): string => `${about}${moneyText(amount ?? 0, currency)}`;
  return `Ask for ${money(together?.own)} a year: all levers together bring ${money(together?.low)} to ${money(together?.high)}. ${commitment.text}`;
}
