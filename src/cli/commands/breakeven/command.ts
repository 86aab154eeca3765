/** `flex-governor breakeven`: the card's break-evens under the prices given. */
import { requireRow } from '../../../engine/catalog';
import type { RateCard } from '../../../engine/catalog/types';
import { BREAK_EVEN_TABLE, breakEvenDocument, breakEvenFinding } from './document';
import type { Command } from '../../program/command';
import { EXIT } from '../../program/exit-codes';
import { loadCard } from '../../input/card-file';
import { CARD_OPTION, TERM_OPTIONS } from '../../program/option-specs';
import { termsOf } from '../../program/price-options';
import { cardProvenance } from '../../output/provenance';
import { resultTable } from '../../output/result-table';

const SHOWN = [
  'product',
  'basis',
  'rate',
  'seatPrice',
  'breakEven',
  'ceiling',
  'reachable',
  'recommendation',
];

export const breakeven: Command = {
  name: 'breakeven',
  summary: 'yearly units at which Flex costs what a seat costs, by product',
  operand: { name: 'PRODUCT', least: 0, most: Infinity },
  options: [CARD_OPTION, ...TERM_OPTIONS],
  lesson: [
    'Below the ceiling Flex is recommended, above break-even a Named User; between them, review. Without PRODUCT the whole card is shown.',
    'A seat discount lowers break-even, a token discount raises it. A break-even beyond a working year (2,080 h or 260 days) is never reached by one product alone.',
  ],
  examples: [
    { line: 'flex-governor breakeven', says: 'the guide card: Revit 1,940 h' },
    { line: 'flex-governor breakeven Revit --seat-discount 25%', says: '1,455 h' },
    { line: 'flex-governor breakeven --card retail', says: '24-hour days at $3.00: Revit 97 days' },
  ],
  async run({ options, operands, now }) {
    const whole = await loadCard(options.text('card') ?? 'guide');
    const card = operands.length === 0 ? whole : onlyProducts(whole, operands);
    const terms = termsOf(card, options);
    const provenance = cardProvenance(card, now);
    const document = breakEvenDocument(card, terms, provenance);
    return {
      rows: { read: 0, used: 0, rejected: 0 },
      rejected: [],
      provenance,
      finding: breakEvenFinding(card, terms),
      notes: [],
      figures: [],
      tables: [resultTable(document, BREAK_EVEN_TABLE, SHOWN)],
      documents: [document],
      facts: { currency: card.currency },
      exitCode: EXIT.done,
    };
  },
};

/** @throws FlexError naming the nearest products of the card */
function onlyProducts(card: RateCard, names: readonly string[]): RateCard {
  return { ...card, rows: [...new Set(names.map((name) => requireRow(card, name)))] };
}
