/** Prepare renewal: reads usage, seats, tiers and quotes, and writes `Flex Renewal` and `Flex Ask List` together. */
import { windowText } from '../../engine/usage';
import { prepareRenewal, renewalTerms, type CardComparison, type Renewal } from '../../engine/renewal';
import { DEFAULT_DRAWS, DEFAULT_SEED, drawDemand, yearDemand } from '../../engine/pool';
import { countText } from '../../report/model/formats';
import { SHEETS } from '../../report/model/sheet-names';
import { renewalAsksDocument } from '../../report/renewal/asks-document';
import { renewalDocument } from '../../report/renewal/document';
import { renewalFinding } from '../../report/renewal/words';
import type { RenewalSettings } from '../contract/renewal';
import { PORTFOLIO_CELLS_CHANGED, PORTFOLIO_TIERS } from '../portfolio/inputs';
import { CARD, NEW_COLLECTIONS, NEW_RATES } from '../rates/rates';
import { reportOf, type CommandDeclaration, type Work } from '../runs/command';
import { PEOPLE, PINS, QUOTES, SEATS, SUBSCRIPTIONS } from '../runs/inputs';
import { lookAtRenewal } from './inspection';
import { LEVERS, placeQuoteRejects } from './quotes';
import { RENEWAL_CELLS } from './mode';
import { compareWith, readRenewal, type RenewalReading } from './reading';
import { loadRenewalSettings, saveRenewalSettings } from './settings';

interface Prepared {
  readonly renewal: Renewal;
  readonly cards: CardComparison | null;
}

export const renewalCommand = {
  writes: [SHEETS.renewal, SHEETS.asks],
  reads: [
    { input: PEOPLE },
    ...CARD,
    { input: NEW_RATES, when: comparesOwnCard },
    { input: NEW_COLLECTIONS, when: comparesOwnCard },
    { input: SEATS },
    { input: SUBSCRIPTIONS },
    { input: PINS },
    { input: PORTFOLIO_TIERS },
    { input: PORTFOLIO_CELLS_CHANGED },
    { input: QUOTES },
    { input: LEVERS },
  ],
  cells: { sheets: [SHEETS.renewal.name], ...RENEWAL_CELLS },
  load: loadRenewalSettings,
  save: saveRenewalSettings,
  read: ({ context, choice, settings, own, onProgress, signal }) =>
    readRenewal(context, choice, settings, own, onProgress, signal),
  computing: () => ({ total: DEFAULT_DRAWS, text: `0 of ${countText(DEFAULT_DRAWS)} years` }),
  compute: async (found, { own, settings }, work) => {
    const { portfolio, demand, measured, listPrice, seatSpend } = found;
    const draws = await drawn(found, work);
    const terms = renewalTerms(
      { ...own, mode: found.mode.mode },
      {
        draws,
        demand,
        measured,
        growth: found.growth.mean,
        listPrice,
        seatSpend,
        ranges: found.levers,
        tiers: portfolio.tiers.tiers,
        quotes: found.quotes?.quotes ?? [],
        portfolio: portfolio.input,
      },
    );
    const renewal = prepareRenewal(terms);
    await work.pause();
    return { renewal, cards: found.newCard === null ? null : compareWith(found, found.newCard, settings) };
  },
  documents: (found, { renewal, cards }, writing) => {
    const { currency } = found.read.card;
    const { cardChanged: _, ...report } = reportOf(found, writing);
    return [
      renewalDocument({
        ...report,
        renewal,
        growth: found.measured,
        growthUsed: found.growth.mean,
        lastYear: found.demand.base,
        listPrice: found.listPrice,
        seatSpend: found.seatSpend ?? 0,
        seatsKnown: found.seatSpend !== null,
        mode: found.mode.mode,
        cards,
        currency,
        window: windowText(found.portfolio.year),
        quotesRejected: placeQuoteRejects(found.quotes),
      }),
      renewalAsksDocument(renewal.asks, currency, report.provenance),
    ];
  },
  facts: ({ read, mode }) => ({
    people: read.reading.table.users.length,
    used: { mode: mode.mode },
    pane: { mode: mode.pane },
    adopted: mode.adopted,
  }),
  look: lookAtRenewal,
  outcome: (found, { renewal, cards }) => {
    const { currency } = found.read.card;
    const together = renewal.levers.at(-1)?.cumulativeMoney;
    return {
      finding: renewalFinding(renewal, currency, found.read.reading.estimated),
      currency,
      tokenSpend: renewal.tokenSpend,
      seatSpend: found.seatSpend ?? 0,
      mode: found.mode.mode,
      growth: found.measured,
      levers: renewal.levers,
      leverMoney: { low: together?.low ?? 0, mid: together?.mid ?? 0, high: together?.high ?? 0 },
      tornado: renewal.tornado,
      commitment: renewal.commitment,
      carryForward: renewal.carryForward,
      tiers: renewal.tiers?.tiers ?? [],
      cards:
        cards === null
          ? null
          : {
              before: cards.before,
              after: cards.after,
              moneyBefore: cards.moneyBefore,
              moneyAfter: cards.moneyAfter,
              flips: cards.flips?.length ?? null,
              products: cards.products.length,
              leftOut: cards.products
                .filter(({ change }) => change === null)
                .map(({ product, note }) => ({ product, note })),
            },
      structures: renewal.structures.map(({ name, cost, costP10, costP90 }) => ({
        name,
        cost,
        p10: costP10,
        p90: costP90,
      })),
      quotes: renewal.quotes?.quotes ?? [],
      cheapestQuote: renewal.quotes?.cheapest ?? null,
      curve: renewal.curve,
      asks: renewal.asks,
    };
  },
} satisfies CommandDeclaration<RenewalSettings, RenewalReading, Prepared, object, object>;

/** Whether the card announced on its own sheet was, or would have been, compared. */
function comparesOwnCard({ newCard }: RenewalReading): boolean {
  return newCard === null || newCard.name === SHEETS.newRates.name;
}

/** Next year's tokens, draw by draw, in slices so that the grid stays usable. */
async function drawn({ demand, growth }: RenewalReading, { progress, pause }: Work): Promise<Float64Array> {
  const tokens = Float64Array.from(demand.clusters, (cluster) => cluster.tokens);
  const work = drawDemand(tokens, DEFAULT_DRAWS, DEFAULT_SEED);
  let step = work.next();
  while (step.done !== true) {
    progress(step.value, DEFAULT_DRAWS, `${countText(step.value)} of ${countText(DEFAULT_DRAWS)} years`);
    await pause();
    step = work.next();
  }
  return yearDemand(step.value, growth, [], DEFAULT_SEED);
}
