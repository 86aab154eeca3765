/** Prepare renewal: reads usage, seats, tiers and quotes, and writes `Flex Renewal` and `Flex Ask List` together. */
import { prepareRenewal, renewalTerms, type Renewal } from '../../engine/renewal';
import { DEFAULT_DRAWS, DEFAULT_SEED, drawDemand, yearDemand } from '../../engine/pool';
import { countText } from '../../report/model/formats';
import { SHEETS } from '../../report/model/sheet-names';
import { renewalAsksDocument } from '../../report/renewal/asks-document';
import { renewalDocument } from '../../report/renewal/document';
import { renewalFinding } from '../../report/renewal/words';
import { writeDocuments } from '../sheets/document-writer';
import { ExcelFailure, throwIfCancelled } from '../host/failure';
import { windowText } from '../usage/inspection';
import { provenanceOf } from '../runs/provenance';
import { placeRejects } from '../usage/reading';
import { QUOTES_KEY, SEATS_KEY } from './last';
import { placeQuoteRejects, quotesFingerprint } from './quotes';
import { compareWith, readRenewal, type RenewalReading } from './reading';
import type { RenewalOutcome, RenewalSettings } from '../contract/renewal';
import { runRecord } from '../runs/record';
import type { Progress, SegmentSettings, SourceChoice } from '../contract/services';
import { breathe } from '../host/session';

/**
 * @param now the moment of the run; kept as provenance
 * @throws ExcelFailure or FlexError; the workbook is then as it was
 */
export async function runRenewal(
  context: Excel.RequestContext,
  choice: SourceChoice,
  settings: SegmentSettings,
  chosen: RenewalSettings,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
  now: Date,
): Promise<RenewalOutcome> {
  const started = performance.now();
  const found = await readRenewal(context, choice, settings, chosen, onProgress, signal);
  if (found.refusal !== null) throw new ExcelFailure('CannotRenew', found.refusal, true);
  const { read, year, lists } = found.portfolio;
  const { currency } = read.card;
  const draws = await drawn(found, onProgress, signal);
  const { mode, adopted } = found.mode;
  const renewal = prepared(found, { ...chosen, mode }, draws);
  await breathe();
  throwIfCancelled(signal);
  const cards = found.newCard === null ? null : compareWith(found, found.newCard, settings);
  const provenance = provenanceOf(read, now);
  const document = renewalDocument({
    renewal,
    growth: found.measured,
    growthUsed: found.growth.mean,
    lastYear: found.demand.base,
    listPrice: found.listPrice,
    seatSpend: found.seatSpend ?? 0,
    seatsKnown: found.seatSpend !== null,
    mode,
    cards,
    currency,
    window: windowText(year),
    provenance,
    quotesRejected: placeQuoteRejects(found.quotes),
    rejected: placeRejects(read),
    warnings: found.messages.filter(({ level }) => level !== 'info').map(({ text }) => text),
    estimated: read.reading.estimated,
  });
  const properties = {
    ...runRecord(read, {
      when: now,
      people: read.reading.table.users.length,
      used: { mode },
      pane: { mode: chosen.mode },
      adopted,
    }),
    [QUOTES_KEY]: await quotesFingerprint(context),
    [SEATS_KEY]: lists.fingerprint,
  };
  const sheets = await writeDocuments(
    context,
    [{ ...document, properties }, renewalAsksDocument(renewal.asks, currency, provenance)],
    {
      signal,
      activate: SHEETS.renewal.name,
      onRows: (done, total) => {
        onProgress({ phase: 'writing', done, total, text: `${countText(done)} of ${countText(total)} rows` });
      },
    },
  );
  const together = renewal.levers.at(-1)?.cumulativeMoney;
  return {
    finding: renewalFinding(renewal, currency, read.reading.estimated),
    currency,
    tokenSpend: renewal.tokenSpend,
    seatSpend: found.seatSpend ?? 0,
    mode,
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
    estimated: read.reading.estimated,
    read: read.reading.read,
    used: read.reading.used,
    rejected: read.reading.rejected,
    sheets,
    messages: found.messages,
    seconds: (performance.now() - started) / 1000,
  };
}

/** Next year's tokens, draw by draw, in slices so that the grid stays usable. */
async function drawn(
  { demand, growth }: RenewalReading,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<Float64Array> {
  const tokens = Float64Array.from(demand.clusters, (cluster) => cluster.tokens);
  const work = drawDemand(tokens, DEFAULT_DRAWS, DEFAULT_SEED);
  let step = work.next();
  while (step.done !== true) {
    onProgress({
      phase: 'computing',
      done: step.value,
      total: DEFAULT_DRAWS,
      text: `${countText(step.value)} of ${countText(DEFAULT_DRAWS)} years`,
    });
    await breathe();
    throwIfCancelled(signal);
    step = work.next();
  }
  return yearDemand(step.value, growth, [], DEFAULT_SEED);
}

function prepared(found: RenewalReading, chosen: RenewalSettings, draws: Float64Array): Renewal {
  const { portfolio, demand, measured, listPrice, seatSpend } = found;
  return prepareRenewal(
    renewalTerms(chosen, {
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
    }),
  );
}
