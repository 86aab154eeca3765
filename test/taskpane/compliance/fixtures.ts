import { RULE_ORDER, RULES } from '../../../src/engine/compliance';
import type {
  ComplianceCheckOutcome,
  ComplianceFindingRow,
  ComplianceInspection,
  ComplianceOutcome,
} from '../../../src/excel/contract/compliance';

export type ComplianceScenario =
  | 'compliance ready'
  | 'compliance running'
  | 'compliance rejects'
  | 'compliance usage seats'
  | 'compliance blocked'
  | 'compliance rerun'
  | 'compliance clean';

const CHECKS = RULE_ORDER.map((rule) => ({ rule, ...RULES[rule] }));

const BARE: ComplianceInspection = {
  address: 'Usage!A1:G48211',
  people: 412,
  products: 8,
  window: { first: 'Nov 2025', last: 'Oct 2026' },
  seats: { from: 'none', address: '', assignments: 0, rejected: [] },
  employment: null,
  moves: null,
  checks: CHECKS,
  earlier: null,
  writes: [
    { sheet: 'Flex Compliance', state: 'new' },
    { sheet: 'Flex ITAM', state: 'new' },
  ],
  messages: [],
  canRun: true,
};

const READY: ComplianceInspection = {
  ...BARE,
  seats: { from: 'Flex Seats', address: "'Flex Seats'!A6:C346", assignments: 340, rejected: [] },
  employment: { address: "'Flex People'!A1:C413", people: 412, ended: 12, rejected: [] },
  moves: { people: 258, from: 'Flex Portfolio' },
};

/** What the workbook would answer before a check. */
export function complianceInspectionOf(scenario: string, hasRun: boolean): ComplianceInspection {
  const found = scenario.startsWith('compliance ') ? READY : BARE;
  const base: ComplianceInspection = hasRun
    ? {
        ...found,
        earlier: { open: 16, accepted: 2, closed: 1 },
        writes: found.writes.map((sheet) => ({ ...sheet, state: 'replaces ours' })),
      }
    : found;
  switch (scenario) {
    case 'compliance usage seats':
      return { ...base, seats: { from: 'usage', address: '', assignments: 340, rejected: [] } };
    case 'compliance rejects':
      return {
        ...base,
        employment: {
          address: "'Flex People'!A1:C413",
          people: 411,
          ended: 0,
          rejected: [{ row: 5, column: 'End date', value: 'soon', reason: 'it is not a date' }],
        },
      };
    case 'compliance blocked':
      return {
        ...base,
        writes: [
          { sheet: 'Flex Compliance', state: 'new' },
          { sheet: 'Flex ITAM', state: 'blocked' },
        ],
      };
    default:
      return base;
  }
}

const finding = (change: Partial<ComplianceFindingRow>): ComplianceFindingRow => ({
  id: 'departed|lea@example.com|46295',
  rule: 'departed',
  title: RULES.departed.title,
  user: 'lea@example.com',
  displayName: 'Lea Mann',
  product: 'Revit',
  evidence: 'Left on 2026-09-30 (row 12 of the people table), and burned 50 tokens ($15.00) of Revit.',
  rows: '14',
  severity: 'high',
  falsePositive: 'The last day was moved, or the person was hired again.',
  action: 'Remove the person from Flex and close the account.',
  state: 'open',
  reason: '',
  isNew: true,
  address: "'Flex Compliance'!A18",
  ...change,
});

const longDay = (index: number, change: Partial<ComplianceFindingRow> = {}): ComplianceFindingRow =>
  finding({
    id: `more than 24 hours|p-${index}`,
    rule: 'more than 24 hours',
    title: RULES['more than 24 hours'].title,
    user: `p-${index}@example.com`,
    displayName: `p-${index}@example.com`,
    product: '',
    evidence: `More than 24 hours on 1 day, 2026-03-0${index}.`,
    rows: '20, 21 and 9 more',
    severity: 'low',
    falsePositive: 'Several products were open side by side.',
    address: `'Flex Compliance'!A${18 + index}`,
    ...change,
  });

const FINDINGS = [
  finding({}),
  longDay(1, { isNew: false, state: 'accepted', reason: 'two screens' }),
  longDay(2, { isNew: false, state: 'accepted' }),
  longDay(3),
  longDay(4),
  longDay(5, { isNew: false, state: 'closed' }),
];

/** Half of the checks ran; two found something. */
const RUN: readonly ComplianceCheckOutcome[] = CHECKS.map((check, index) => ({
  ...check,
  ran: index % 2 === 1,
  reason: index % 2 === 1 ? '' : `Missing for ${check.rule}.`,
  findings: check.rule === 'departed' ? 1 : check.rule === 'more than 24 hours' ? 4 : 0,
  note: check.rule === 'departed' ? 'Two rehired people were set aside.' : '',
}));

export const COMPLIANCE_OUTCOME: ComplianceOutcome = {
  finding:
    '3 findings are open: 1 high, 2 low; 5 of 10 checks could not run, so what they look for is not known.',
  asOf: '2026-10-31',
  checks: RUN,
  open: { high: 1, medium: 0, low: 2 },
  total: 5,
  new: 3,
  accepted: 2,
  closed: 1,
  findings: FINDINGS,
  itam: { rows: 578, people: 401, yearlyCost: 800_010, priceMissing: 40 },
  currency: 'USD',
  estimated: false,
  read: 48_210,
  used: 48_173,
  rejected: [{ row: 214, column: 'Hours', value: 'n/a', reason: 'not a number' }],
  sheets: [
    { name: 'Flex Compliance', address: "'Flex Compliance'!A1" },
    { name: 'Flex ITAM', address: "'Flex ITAM'!A1" },
  ],
  messages: [],
  seconds: 1.2,
};

/** What the workbook would answer after a check. */
export function complianceOutcomeOf(scenario: string): ComplianceOutcome {
  if (scenario !== 'compliance clean') return COMPLIANCE_OUTCOME;
  return {
    ...COMPLIANCE_OUTCOME,
    finding: 'No finding is open after 10 checks.',
    checks: RUN.map((check) => ({ ...check, ran: true, reason: '', findings: 0, note: '' })),
    open: { high: 0, medium: 0, low: 0 },
    total: 0,
    new: 0,
    accepted: 0,
    closed: 0,
    findings: [],
    itam: { ...COMPLIANCE_OUTCOME.itam, priceMissing: 0 },
  };
}
