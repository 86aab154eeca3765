import { SEGMENTS } from '../../src/engine/segments/types';
import type {
  CardSummary,
  Inspection,
  SegmentOutcome,
  SegmentSettings,
  SourceOption,
} from '../../src/excel/contract/services';

export const GUIDE: CardSummary = {
  name: 'guide',
  label: 'Guide',
  currency: 'USD',
  tokenPrice: 0.3,
  date: '2026-01-15',
  basis: 'hour',
  origin: 'built-in card guide',
};

export const RETAIL: CardSummary = {
  ...GUIDE,
  name: 'retail',
  label: 'Retail',
  tokenPrice: 3,
  basis: 'day',
  origin: 'built-in card retail',
};

export const OWN_RATES: CardSummary = {
  ...GUIDE,
  name: 'Flex Rates',
  label: 'Flex Rates',
  date: '',
  origin: "'Flex Rates'!A6:L20",
};

export const SETTINGS: SegmentSettings = {
  card: 'guide',
  seatDiscount: 0,
  tokenDiscount: 0,
  tokenPrice: null,
  margin: null,
  asOf: null,
  hoursPerDay: null,
  rankingHoursPerDay: 8,
  externalDomains: [],
  columns: {},
  showScaled: false,
};

export const SOURCES: readonly SourceOption[] = [
  { choice: { kind: 'selection' }, label: 'Selection A1', address: 'Usage!A1' },
  { choice: { kind: 'table', name: 'Usage' }, label: 'Table Usage', address: 'Usage!A1:G48211' },
  { choice: { kind: 'sheet', name: 'Export' }, label: 'Sheet Export', address: 'Export!A1:S900' },
];

/** 37 rows that cannot be used, starting at row 214 of the range. */
const REJECTED = Array.from({ length: 37 }, (_, index) => ({
  row: 214 + index,
  column: index % 5 === 4 ? 'Product' : 'Hours',
  value: index % 5 === 4 ? 'Vault Pro' : 'n/a',
  reason: index % 5 === 4 ? 'it is not on the card; nearest is Vault Basic' : 'it is not a number',
}));

export const INSPECTION: Inspection = {
  source: { kind: 'table', name: 'Usage' },
  address: 'Usage!A1:G48211',
  rows: 48_210,
  used: 48_173,
  rejected: REJECTED,
  shape: 'generic',
  columns: [
    { index: 0, header: 'User', field: 'user', sample: 'p-0417@example.com' },
    { index: 1, header: 'Product', field: 'product', sample: 'Revit' },
    { index: 2, header: 'Date', field: 'date', sample: '2025-09-01' },
    { index: 3, header: 'Hours', field: 'hours', sample: '6.5' },
    { index: 4, header: 'User type', field: 'userType', sample: 'employee' },
    { index: 5, header: 'Department', field: 'department', sample: 'Structures' },
    { index: 6, header: 'Remark from the project office', field: null, sample: '' },
  ],
  users: 412,
  products: 8,
  window: { first: 'Nov 2025', last: 'Oct 2026', asOf: '2026-10-31', monthsWithRows: 12, outside: 6_204 },
  basis: 'hours',
  card: GUIDE,
  cardFits: true,
  suggestedCard: null,
  peopleMatched: null,
  peopleUnmatched: [],
  writes: [
    { sheet: 'Flex Segments', state: 'new' },
    { sheet: 'Flex Summary', state: 'new' },
  ],
  canRun: true,
  messages: [],
  scaled: null,
  learnt: [],
  unknown: [],
  fingerprint: 'f1',
};

const USERS = [9, 48, 57, 31, 64, 24, 179];
const SAVINGS = [0, -8_420, 61_300, 22_910, 74_400, 0, 34_110];

export const OUTCOME: SegmentOutcome = {
  people: 412,
  bySegment: SEGMENTS.map((segment, index) => ({
    segment,
    users: USERS[index] ?? 0,
    tokens: 1_240 * (USERS[index] ?? 0),
    cost: 610 * (USERS[index] ?? 0),
    saving: SAVINGS[index] ?? 0,
    priceMissing: index === 0 ? 4 : 0,
  })),
  toFlex: 258,
  currency: 'USD',
  saving: 184_300,
  read: 48_210,
  used: 48_173,
  rejected: REJECTED,
  changed: 0,
  newPeople: 412,
  gonePeople: 0,
  rows: [
    {
      user: 'p-0417@example.com',
      segment: 'Named User',
      recommendation: 'Named User',
      reason:
        'Revit 2,010 h in the year is above break-even 1,940 h: a seat at $2,910 costs less than Flex at $3,015.',
      address: "'Flex Segments'!A8:J8",
    },
    {
      user: 'p-0418@example.com',
      segment: 'Review',
      recommendation: 'Review',
      reason: 'Revit 1,100 h in the year is above the ceiling 750 h and below break-even 1,940 h.',
      address: "'Flex Segments'!A9:J9",
    },
  ],
  sheets: [
    { name: 'Flex Segments', address: "'Flex Segments'!A1" },
    { name: 'Flex Summary', address: "'Flex Summary'!A1" },
  ],
  messages: [],
  estimated: false,
  seconds: 3.4,
};
