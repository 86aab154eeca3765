/** What the simulated workbook answers of the usage, and of a segmentation. */
import type {
  CardSummary,
  Inspection,
  SegmentOutcome,
  SegmentSettings,
} from '../../../src/excel/contract/services';
import { GUIDE, INSPECTION, OUTCOME } from '../fixtures';

export function inspectionOf(
  scenario: string,
  settings: SegmentSettings,
  hasRun: boolean,
  cards: readonly CardSummary[],
): Inspection {
  const card = cards.find((one) => one.name === settings.card) ?? GUIDE;
  const state = hasRun ? ('replaces ours' as const) : ('new' as const);
  const base: Inspection = {
    ...INSPECTION,
    card,
    columns: INSPECTION.columns.map((column) =>
      column.index in settings.columns
        ? { ...column, field: settings.columns[column.index] ?? null }
        : column,
    ),
    writes: [
      { sheet: 'Flex Segments', state },
      { sheet: 'Flex Summary', state },
    ],
  };
  if (scenario === 'wrong basis') {
    const fits = card.basis === 'day';
    return {
      ...base,
      basis: 'days',
      cardFits: fits,
      suggestedCard: fits ? null : 'retail',
      used: fits ? base.used : 0,
    };
  }
  if (scenario === 'no fit') return { ...base, basis: 'days', cardFits: false, suggestedCard: null };
  if (scenario === 'blocked') {
    return {
      ...base,
      writes: [
        { sheet: 'Flex Segments', state: 'blocked' },
        { sheet: 'Flex Summary', state: 'new' },
      ],
    };
  }
  if (scenario === 'short history') {
    return {
      ...base,
      window: { ...base.window, first: 'Nov 2025', last: 'Oct 2026', monthsWithRows: 5 },
      scaled: { months: 5, tokens: 41_250, scaledTokens: 99_000 },
      learnt: [
        { product: 'Revit', rate: 10, support: 1_204, days: 1_210, cardRate: 10 },
        { product: 'Civil 3D', rate: 9, support: 88, days: 90, cardRate: null },
      ],
      unknown: [
        {
          product: 'Vault Professional',
          rows: 14,
          people: 3,
          units: 14,
          basis: 'day',
          tokens: 7_200,
          rowsWithoutTokens: 0,
          learnt: null,
          firstRow: 12,
        },
      ],
      peopleMatched: 380,
      peopleUnmatched: ['p-0021@example.com', 'p-0388@example.com'],
      messages: [
        {
          level: 'warning',
          text: '2 products are not on this card: Revit LT and Vault Pro. Their 14 rows are left out; add them to Flex Rates to use them.',
          address: 'Usage!B2:B48211',
        },
      ],
    };
  }
  return base;
}

export function outcomeOf(scenario: string): SegmentOutcome {
  if (scenario !== 'warnings') return OUTCOME;
  return {
    ...OUTCOME,
    changed: 12,
    newPeople: 3,
    gonePeople: 1,
    estimated: true,
    messages: [
      {
        level: 'warning',
        text: 'Days were converted at 8 hours a day. Every figure is an estimate.',
      },
      {
        level: 'warning',
        text: 'The seat price of PDM Collection is missing. 4 people show “price missing”; fill it in on Flex Rates.',
        address: "'Flex Rates'!D9",
      },
    ],
  };
}
