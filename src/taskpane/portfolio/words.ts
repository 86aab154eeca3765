import type { ActionState, Certificate, EmailList, OfferingLine } from '../../engine/portfolio/types';
import type { PortfolioInspection } from '../../excel/contract/portfolio';
import type { Formats } from '../figures/formats';

/** "Flex Seats", "Flex Seats and Flex Pins", "Flex Seats, Flex Subscriptions and Flex Pins". */
export function listed(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

/** A share that is never rounded away: 0.00004 → "0.004%". */
export function fineShare(share: number, formats: Formats): string {
  return new Intl.NumberFormat(formats.locale, { style: 'percent', maximumSignificantDigits: 2 }).format(
    share,
  );
}

/** How far from the cheapest mix the proposal can be at most. */
export function certificateWords(certificate: Certificate, currency: string, formats: Formats): string {
  const { method, gap, gapShare } = certificate;
  return method === 'bounded'
    ? `At most ${formats.money(gap, currency)} (${fineShare(gapShare, formats)}) above the cheapest possible.`
    : 'No cheaper mix exists under the same prices and policies.';
}

/** "saves $12,400", "costs $310 more", "no difference". */
export function savingWords(saving: number, currency: string, formats: Formats): string {
  if (Math.abs(saving) < 0.005) return 'no difference';
  const amount = formats.money(Math.abs(saving), currency);
  return saving > 0 ? `saves ${amount}` : `costs ${amount} more`;
}

/** Who holds which seat today, and where that stands. */
export function seatsSentence({ seats }: PortfolioInspection, formats: Formats): string {
  const holdings = formats.counted(seats.holdings, 'seat is held', 'seats are held');
  const holders = formats.counted(seats.holders, 'person of the usage', 'people of the usage');
  const others =
    seats.others === 0
      ? ''
      : ` ${formats.counted(seats.others, 'seat', 'seats')} of people without a row in the usage count as assigned; nothing is proposed for them.`;
  return `${holdings} by ${holders}, as ${seats.from === 'usage' ? 'the usage report itself says' : 'entered on Flex Seats'}.${others}`;
}

/** Spare owned seats that the proposal gives to somebody. */
export const spareUsed = ({ spare, needed, assigned }: OfferingLine): number =>
  Math.max(0, Math.min(spare, needed - assigned));

export const EMAIL_KINDS: Readonly<Record<EmailList['kind'], string>> = {
  'give seat': 'Give a seat',
  'give Flex': 'Give Flex',
  'unassign seat': 'Unassign the seat',
};

export const ACTION_STATES: Readonly<Record<ActionState, string>> = {
  done: 'Done',
  'not done': 'Not done',
  reversed: 'Reversed',
};

/** "by Feb 14, 2027", "as soon as possible". */
export const dueWords = (due: number | null, formats: Formats): string =>
  due === null ? 'as soon as possible' : `by ${formats.day(due)}`;
