import type { ComplianceRule } from './types';

/** What a rule is called, and what the data must carry for it. */
export interface RuleText {
  readonly title: string;
  readonly needs: string;
}

/** Every rule, in the order of reports. */
export const RULES: Readonly<Record<ComplianceRule, RuleText>> = {
  'overlapping sessions': {
    title: 'Shared credentials: sessions on two machines at once',
    needs: 'sessions with Start, End and Machine',
  },
  'more than 24 hours': {
    title: 'Shared credentials: more than 24 hours in a day',
    needs: 'sessions, or day rows that count hours',
  },
  'every day': { title: 'Shared credentials: used every day for three weeks', needs: 'day rows' },
  'many products': { title: 'Shared credentials: four or more products a day', needs: 'day rows' },
  'service name': { title: 'Service-account name', needs: 'user names' },
  departed: {
    title: 'Departed user still burning tokens',
    needs: 'rows by month or finer, and a people table with End date',
  },
  unassigned: {
    title: 'Unassigned user still burning tokens',
    needs: 'day rows, and the list of who is assigned to Flex',
  },
  'seat holder': {
    title: 'Seat holder burning tokens',
    needs: 'rows that say that they drew on tokens, and who holds which seat',
  },
  'cloud entitlement': {
    title: 'Cloud entitlement missing for a move to Flex',
    needs: 'the list of people to be moved, and their use of cloud products',
  },
  'contractor ended': {
    title: 'Contractor past the end date',
    needs: 'rows by month or finer, and a people table with User type and End date',
  },
};

export const RULE_ORDER = Object.keys(RULES) as readonly ComplianceRule[];
