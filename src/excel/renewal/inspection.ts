/** What the pane shows before a renewal: spend, measured growth, quotes, tiers and cards as found, and what will be written. */
import { coverageLines } from '../../engine/renewal';
import { monthText } from '../../engine/numeric';
import { sheetAddress } from '../../report/model/address';
import { SHEETS } from '../../report/model/sheet-names';
import { sheetStates } from '../host/own-sheets';
import type { Ask } from '../runs/command';
import type { RenewalReading } from './reading';

export async function lookAtRenewal(found: RenewalReading, { context }: Pick<Ask<unknown>, 'context'>) {
  const { portfolio, demand, quotes, listPrice } = found;
  const { read, year, tiers } = portfolio;
  const [quotesSheet] = await sheetStates(context, [SHEETS.quotes.name]);
  return {
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
    hasQuotesSheet: quotesSheet?.mark !== undefined,
    tiers: tiers.tiers,
    newCard: found.newCard?.name ?? null,
  };
}
