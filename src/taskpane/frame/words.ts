import type { SegmentName } from '../../engine/segments/types';
import type { UsageField } from '../../engine/usage/types';
import type { CardSummary, Inspection } from '../../excel/contract/services';

/** What a column can be taken for, in the words of the pane and in the order it offers them. */
export const FIELD_WORDS: Readonly<Record<UsageField, string>> = {
  user: 'User',
  displayName: 'Display name',
  firstName: 'First name',
  lastName: 'Last name',
  email: 'E-mail',
  autodeskId: 'Autodesk id',
  hash: 'Hashed Autodesk id',
  product: 'Product',
  offering: 'Offering',
  productCode: 'Product code',
  date: 'Date',
  lastAccessed: 'Last accessed',
  start: 'Start',
  end: 'End',
  hours: 'Hours',
  days: 'Days',
  units: 'Units',
  daysUsed: 'Days used',
  tokens: 'Tokens',
  userType: 'User type',
  team: 'Team',
  department: 'Department',
  project: 'Project',
  machine: 'Machine',
  access: 'Access (seat or Flex)',
  seatAssignment: 'Seat assignment',
  assignedDate: 'Assigned date',
  unassignedDate: 'Unassigned date',
};

export const FIELDS = Object.keys(FIELD_WORDS) as readonly UsageField[];

const BASIS_WORDS: Readonly<Record<Inspection['basis'], string>> = {
  hours: 'counted in hours',
  days: 'counted in charged days',
  both: 'with hours and days',
  units: 'counted in the unit of the rate card',
  tokens: 'counted in tokens',
  sessions: 'as sessions with start and end',
  none: 'without a column of hours, days or tokens',
};

export const basisWords = (basis: Inspection['basis']): string => BASIS_WORDS[basis];

const CARD_CHARGE: Readonly<Record<CardSummary['basis'], string>> = {
  hour: 'hourly',
  day: '24-hour days',
  mixed: 'hours and days',
};

export const cardCharge = (card: CardSummary): string => CARD_CHARGE[card.basis];

/** The card's name in a sentence: "guide card", "retail card", "Flex Rates". */
export function cardName(name: string): string {
  return name === 'guide' || name === 'retail' ? `${name} card` : name;
}

/** The card's name as a title. */
export function cardTitle(card: CardSummary): string {
  if (card.name === 'guide') return 'Guide card';
  if (card.name === 'retail') return 'Retail card';
  return card.name;
}

/** What a card is for, in plain words. */
export function cardPurpose(card: CardSummary): string {
  if (card.name === 'guide') return 'Reproduces the guide.';
  if (card.name === 'retail') return 'How Flex bills today.';
  return 'Your own rates, in this workbook.';
}

/** The rule that makes a segment, numbered in the order in which the rules are asked. */
export const SEGMENT_RULES: Readonly<Record<SegmentName, string>> = {
  'Named User – not on Flex':
    'Rule 1. The primary product cannot be used with tokens and is in no Collection that pays off.',
  'Flex – contractor':
    'Rule 2. The user type, Flex People or an external e-mail domain says contractor or external. How much they use decides nothing.',
  Collection: 'Rule 3. A Collection costs less than the cheaper of seat and Flex for each product.',
  'Flex – project phase':
    'Rule 4. At least 80 % of the year’s use falls in 4 months, and Flex for the year costs less than the seat.',
  'Named User':
    'Rule 5. Use of the primary product is above break-even, where a seat costs less than tokens.',
  Review:
    'Rule 6. Use is between the ceiling and break-even, or the person joined in the last 6 months. A person decides.',
  'Flex – low utilisation': 'Rule 7. Use of the primary product is at or below the ceiling.',
};
