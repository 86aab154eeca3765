/** What the pane shows before a renewal: spend, measured growth, quotes, tiers and cards as found, and what will be written. */
import { coverageLines } from '../../engine/renewal';
import { monthText } from '../../engine/numeric';
import { sheetAddress } from '../../report/model/address';
import { SHEETS } from '../../report/model/sheet-names';
import { sheetStates } from '../host/own-sheets';
import { readRenewal } from './reading';
import type { RenewalInspection, RenewalSettings } from '../contract/renewal';
import type { Message, Progress, SegmentSettings, SourceChoice } from '../contract/services';

const WRITES = [SHEETS.renewal, SHEETS.asks] as const;

/** Reads the source, the user's sheets and our earlier ones; writes nothing. */
export async function inspectRenewal(
  context: Excel.RequestContext,
  choice: SourceChoice,
  settings: SegmentSettings,
  renewal: RenewalSettings,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<RenewalInspection> {
  const found = await readRenewal(context, choice, settings, renewal, onProgress, signal);
  const { portfolio, demand, quotes, listPrice, refusal } = found;
  const { read, year, tiers } = portfolio;
  const states = await sheetStates(
    context,
    [...WRITES, SHEETS.quotes].map(({ name }) => name),
  );
  const refused: readonly Message[] = refusal === null ? [] : [{ level: 'error', text: refusal }];
  return {
    address: read.source.address,
    people: read.reading.table.users.length,
    products: coverageLines(portfolio.input).map(({ product }) => product),
    window: { first: monthText(year.firstMonth), last: monthText(year.lastMonth) },
    months: year.monthSeen.filter(Boolean).length,
    currency: read.card.currency,
    listPrice,
    tokens: demand.base,
    tokenSpend: demand.base * listPrice,
    seatSpend: found.seatSpend,
    growth: found.measured,
    quotes:
      quotes === null
        ? null
        : {
            address: sheetAddress(quotes.range.sheet, quotes.range.rect),
            names: quotes.quotes.map(({ name }) => name),
            lines: quotes.rows.length,
            rejected: quotes.rejected,
          },
    hasQuotesSheet: states.some(({ name, mark }) => name === SHEETS.quotes.name && mark !== undefined),
    tiers: tiers.tiers,
    newCard: found.newCard?.name ?? null,
    writes: WRITES.map(({ name, mark }) => {
      const state = states.find((each) => each.name === name)?.mark;
      return {
        sheet: name,
        state: state === undefined ? 'new' : state === mark ? 'replaces ours' : 'blocked',
      };
    }),
    messages: [...refused, ...found.messages],
    canRun: refusal === null,
  };
}
