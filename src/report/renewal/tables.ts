/** The tables of `Flex Renewal`: levers as native formulas over the spend, and what was simulated. */
import { PRICE_MISSING } from '../../engine/catalog';
import type { CardComparison, StructureLine } from '../../engine/renewal/types';
import type { LeverLine, Renewal } from '../../engine/renewal';
import { columnsOf, filled, valuedColumns } from '../model/columns';
import type { CellValue, Column, TableBlock } from '../model/document';
import { NOT_KNOWN } from '../model/formats';
import { TABLES } from '../model/sheet-names';
import { RENEWAL_FIGURES, RENEWAL_NAMES } from './input';

type Body = readonly (readonly CellValue[])[];

function table(
  name: string,
  heading: string,
  columns: readonly Column[],
  rows: Body,
  note?: string,
): TableBlock {
  return filledTable(name, heading, { columns, rows }, note);
}

function filledTable(
  name: string,
  heading: string,
  body: Pick<TableBlock, 'columns' | 'rows'>,
  note?: string,
): TableBlock {
  return {
    kind: 'table',
    name,
    heading,
    ...body,
    filter: false,
    emptyText: 'None.',
    ...(note === undefined ? {} : { note }),
  };
}

export function leversTable({ levers }: Renewal, currency: string): TableBlock {
  const column = valuedColumns<LeverLine>(currency);
  const counts = ({ own, mid }: LeverLine): number => own ?? mid;
  const worth = (key: string, header: string, of: string, share: (line: LeverLine) => number) =>
    column(key, header, 'money', 14, (line) => line.base * share(line), { formula: `={@base}*{@${of}}` });
  return filledTable(
    TABLES.renewalLevers,
    'Levers',
    filled(
      [
        column('lever', 'Lever', 'text', 30, ({ lever }) => lever),
        column('low', 'Low', 'share', 16, ({ low }) => low),
        column('mid', 'Mid', 'share', 14, ({ mid }) => mid),
        column('high', 'High', 'share', 14, ({ high }) => high),
        column('own', 'Own value', 'share', 14, ({ own }) => own, {
          userOwned: true,
          note: 'Yours: what you expect to get, as a share. Empty: mid counts. Kept when you run again.',
        }),
        column('chosen', 'Counts', 'share', 12, counts, { formula: '=IF({@own}="",{@mid},{@own})' }),
        column('base', 'Applies to', 'money', 14, ({ base }) => base, {
          formula: `=${RENEWAL_FIGURES.tokenSpend}+IF({@lever}="Bundle",${RENEWAL_NAMES.seatSpend},0)`,
          note: 'List spend on tokens; for the bundle, on tokens and seats.',
        }),
        worth('valueLow', 'Value low', 'low', ({ low }) => low),
        worth('valueMid', 'Value mid', 'mid', ({ mid }) => mid),
        worth('valueHigh', 'Value high', 'high', ({ high }) => high),
        worth('valueChosen', 'Value that counts', 'chosen', counts),
      ],
      levers,
    ),
    'Each alone, a year; carry-forward is the most it can be worth. What they bring together stands among the key figures.',
  );
}

export function tornadoTable({ tornado }: Renewal, currency: string): TableBlock {
  const column = columnsOf(currency);
  return table(
    TABLES.renewalTornado,
    'What matters most',
    [
      column('name', 'Lever', 'text', 30),
      column('outcomeLow', 'All at low of this', 'money', 16),
      column('outcomeHigh', 'All at high of this', 'money', 14),
      column('spread', 'Difference', 'money', 14),
    ],
    tornado.bars.map(({ name, outcomeLow, outcomeHigh, spread }) => [name, outcomeLow, outcomeHigh, spread]),
    'Money of all levers together with one of them at its low and at its high, the others as they count.',
  );
}

export function levelsTable({ commitment }: Renewal, currency: string): TableBlock {
  const column = columnsOf(currency);
  const { lines, recommended, vendor } = commitment;
  const named = [
    ...(vendor === null ? [] : [{ what: 'the vendor: last year plus growth', line: vendor }]),
    { what: 'recommended', line: recommended },
    ...lines.map((line) => ({ what: 'tested', line })),
  ];
  return table(
    TABLES.renewalLevels,
    'Commitment under stress',
    [
      column('what', 'Level', 'text', 30),
      column('level', 'Tokens committed', 'tokens', 16),
      column('discount', 'Discount', 'share', 14),
      column('growthError', 'Growth wrong by', 'share', 14),
      column('demand', 'Demand expected', 'tokens', 14),
      column('chance', 'Chance of shortfall', 'share', 12, { note: 'Of demand below the level.' }),
      column('unused', 'Unused tokens', 'tokens', 14),
      column('cost', 'Cost of shortfall', 'money', 14),
      column('saving', 'Saving', 'money', 14, {
        note: 'A year, against every token at list; below 0 a loss.',
      }),
      column('worst', 'In the worst 5 %', 'money', 14, {
        note: 'Mean saving over the worst 5 % of years (CVaR).',
      }),
    ],
    named.map(({ what, line }) => [
      what,
      line.level,
      line.discount,
      line.growthError,
      line.expectedDemand,
      line.chanceShort,
      line.unusedTokens,
      line.costShort,
      line.saving,
      line.worstSaving,
    ]),
  );
}

export function freezeTable({ freeze }: Renewal, currency: string): TableBlock {
  const column = columnsOf(currency);
  return table(
    TABLES.renewalFreeze,
    'Rate freeze',
    [
      column('years', 'Years', 'integer', 30, { align: 'left' }),
      column('lock', 'Price lock', 'money', 16),
      column('card', 'Rate-card freeze', 'money', 14),
      column('both', 'Both', 'money', 14),
    ],
    [freeze.low, freeze.high].map(({ years, priceLock, rateCardFreeze, both }) => [
      years,
      priceLock,
      rateCardFreeze,
      both,
    ]),
    'Undiscounted, over the years, at the increases assumed.',
  );
}

export function tiersTable({ tiers }: Renewal, currency: string): TableBlock {
  const column = columnsOf(currency);
  return table(
    TABLES.renewalTiers,
    'Volume tiers against the need',
    [
      column('verdict', 'Verdict', 'text', 30),
      column('from', 'From', 'tokens', 16),
      column('price', 'Price', 'price', 14),
      column('size', 'Cheapest purchase', 'tokens', 14),
      column('cost', 'Expected cost', 'money', 14),
      column('left', 'Left over', 'tokens', 12),
      // Runs over the empty cells beside it: the columns are those of all tables of the sheet.
      column('text', 'In words', 'text', 14),
    ],
    (tiers?.tiers ?? []).map((tier) => [
      tier.verdict,
      tier.from,
      tier.price,
      tier.size,
      tier.expectedCost,
      tier.expectedLeft,
      tier.text,
    ]),
    tiers?.text ?? 'No tiers are given: fill in the tier table of Flex Portfolio or Flex Pool.',
  );
}

/** Stands where a product has no rate on one of the cards. */
const NOT_COMPARABLE = 'not comparable';

export function cardsTable(cards: CardComparison): TableBlock {
  const column = valuedColumns<CardComparison['products'][number]>(cards.currency);
  return filledTable(
    TABLES.renewalCards,
    `Card ${cards.before} against ${cards.after}`,
    filled(
      [
        column('product', 'Product', 'text', 30, ({ product }) => product),
        column('units', 'Units', 'units', 16, ({ units }) => units),
        column('rateBefore', 'Rate before', 'units', 14, ({ rateBefore }) => rateBefore),
        column('rateAfter', 'Rate after', 'units', 14, ({ rateAfter }) => rateAfter),
        column('moneyBefore', 'Money before', 'money', 14, ({ moneyBefore }) => moneyBefore),
        column('moneyAfter', 'Money after', 'money', 12, ({ moneyAfter }) => moneyAfter),
        column('change', 'Change', 'money', 14, ({ change }) => change ?? NOT_COMPARABLE, {
          formula: '={@moneyAfter}-{@moneyBefore}',
        }),
        column('note', 'Note', 'text', 14, ({ note }) => note),
      ],
      cards.products,
      [NOT_COMPARABLE],
    ),
    cards.flips === null
      ? 'The data name no users, so nobody can be told to flip.'
      : `${cards.flips.length} of ${cards.people} people change their segment.`,
  );
}

export function flipsTable(cards: CardComparison): TableBlock {
  const column = columnsOf(cards.currency);
  return table(
    TABLES.renewalFlips,
    'People whose segment flips',
    [
      column('user', 'User', 'text', 30),
      column('before', 'Before', 'text', 24),
      column('after', 'After', 'text', 24),
    ],
    (cards.flips ?? []).map(({ user, segmentBefore, segmentAfter }) => [user, segmentBefore, segmentAfter]),
  );
}

export function structuresTable({ structures }: Renewal, currency: string): TableBlock {
  const column = columnsOf(currency);
  return table(
    TABLES.renewalStructures,
    'Retail against an agreement',
    [
      column('name', 'Structure', 'text', 30),
      column('bought', 'Tokens bought', 'tokens', 16),
      column('cost', 'Expected cost', 'money', 14),
      column('p10', 'P10', 'money', 14),
      column('p50', 'P50', 'money', 14),
      column('p90', 'P90', 'money', 12),
      column('expired', 'Tokens expired', 'tokens', 14),
      column('chance', 'Chance of overflow', 'share', 14),
      column('seats', 'Seats beside', 'money', 14, {
        note: 'Over the term, for products that its tokens do not cover; in the cost.',
      }),
      column('uncovered', 'Not covered', 'text', 14),
    ],
    structures.map((line) => [
      line.name,
      line.boughtTokens,
      line.cost,
      line.costP10,
      line.costP50,
      line.costP90,
      line.expiredTokens,
      line.chanceOverflow,
      line.seatCost,
      uncoveredText(line),
    ]),
    'Over the whole term, on the same simulated demand.',
  );
}

/** "Docs, Revit (price missing)". */
const uncoveredText = ({ uncovered, priceMissing }: StructureLine): string =>
  uncovered
    .map((product) => (priceMissing.includes(product) ? `${product} (${PRICE_MISSING})` : product))
    .join(', ');

/** Each line of each quote beside what is needed of it at the median. */
export function quoteLinesTable({ quotes }: Renewal, currency: string): TableBlock {
  const column = columnsOf(currency);
  return table(
    TABLES.renewalQuoteLines,
    'Lines of the quotes against the need',
    [
      column('quote', 'Quote', 'text', 30),
      column('item', 'Item', 'text', 16),
      column('quantity', 'Quantity', 'units', 14),
      column('needed', 'Needed', 'units', 14),
      column('above', 'Above need', 'units', 14),
      column('net', 'Net price', 'price', 12),
      column('year', 'Cost a year', 'money', 14),
      column('aboveCost', 'Above need a year', 'money', 14),
    ],
    (quotes?.quotes ?? []).flatMap(({ name, lines }) =>
      lines.map((line) => [
        name,
        line.item,
        line.quantity,
        line.needed ?? NOT_KNOWN,
        line.above ?? NOT_KNOWN,
        line.netPrice,
        line.yearCost,
        line.aboveCost ?? NOT_KNOWN,
      ]),
    ),
    'What is needed of tokens is the size one would buy; of seats, those of the cheapest mix. A line of another kind has no need known.',
  );
}

export function quotesTable({ quotes }: Renewal, currency: string): TableBlock {
  const column = columnsOf(currency);
  return table(
    TABLES.renewalQuotes,
    'Quotes',
    [
      column('name', 'Quote', 'text', 30),
      column('p10', 'Cost at P10', 'money', 16),
      column('p50', 'Cost at P50', 'money', 14),
      column('p90', 'Cost at P90', 'money', 14),
      column('above', 'Above need a year', 'money', 14),
      column('price', 'Token price', 'price', 12),
      column('indifference', 'Indifference price', 'price', 14),
      column('alternative', 'Against', 'text', 14),
      column('portfolio', 'Cheapest mix a year', 'money', 14),
    ],
    (quotes?.quotes ?? []).map((quote) => [
      quote.name,
      ...quote.cases.map(({ cost }) => cost),
      quote.lines.reduce((sum, { aboveCost }) => sum + (aboveCost ?? 0), 0),
      quote.tokenPrice ?? 'no tokens',
      quote.indifferencePrice ?? 'none',
      quote.alternative,
      quote.portfolio?.cost ?? PRICE_MISSING,
    ]),
    quotes === null
      ? 'No quotes: insert Flex Quotes and type up to three.'
      : `Over ${quotes.horizon} years. The indifference price is the token price at which a quote costs what the cheapest alternative costs.`,
  );
}

export function curveTable({ curve }: Renewal, currency: string): TableBlock {
  const column = columnsOf(currency);
  return table(
    TABLES.renewalCurve,
    'What one would buy at each price',
    [
      column('price', 'Token price', 'price', 30, { align: 'left' }),
      column('tokens', 'Tokens', 'tokens', 16),
      column('seats', 'Seats', 'integer', 14),
      column('cost', 'Cost a year', 'money', 14),
    ],
    curve.map(({ price, tokens, seats, cost }) => [price, tokens, seats, cost]),
  );
}
