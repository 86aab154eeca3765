import type { LeverLine, QuoteFigures } from '../../engine/renewal/types';
import type { RenewalInspection, RenewalOutcome, RenewalSettings } from '../../excel/contract/renewal';
import { SHEETS } from '../../report/model/sheet-names';
import type { Formats } from '../figures/formats';
import { cardName } from '../frame/words';

export const MODE_WORDS: Readonly<Record<RenewalSettings['mode'], string>> = {
  compounded: 'Compounded: each on what the ones before left',
  additive: 'Additive: each on the list price',
};

/** "12,345 tokens in the year, $3,704 at list." */
export function spendSentence({ tokens, tokenSpend, currency }: RenewalInspection, formats: Formats): string {
  return `${formats.count(Math.round(tokens))} tokens in the year, ${formats.money(tokenSpend, currency)} at list.`;
}

/** What is spent on seats, or that nobody knows. */
export function seatSentence({ seatSpend, currency }: RenewalInspection, formats: Formats): string {
  return seatSpend === null
    ? `Nobody can tell who holds which seat: the bundle counts tokens alone. Enter seats on ${SHEETS.seats.name} to count them.`
    : `Seats held today: ${formats.money(seatSpend, currency)} a year at list.`;
}

/** "Growth 4.2% a year as measured (−1% to 9%), wrong by up to 10 points. The vendor assumes 10%." */
export function growthSentence(
  { growth }: RenewalInspection,
  settings: RenewalSettings,
  formats: Formats,
): string {
  const used =
    settings.growth !== null
      ? `Growth ${formats.share(settings.growth)} a year, as you typed it`
      : growth.mean === null
        ? 'No growth: the data are too short to show any'
        : `Growth ${formats.share(growth.mean)} a year, as the data show it`;
  const vendor =
    settings.vendorGrowth === null
      ? 'The vendor named no growth.'
      : `The vendor assumes ${formats.share(settings.vendorGrowth)}.`;
  return `${used}, wrong by up to ${points(settings.growthError, formats)} either way. ${vendor}`;
}

/** "A commitment earns 15% off. Price and rates rise 5% and 5% a year. Carry-forward up to 10% of the pool, granted in 30% of cases." */
export function termsSentence(settings: RenewalSettings, formats: Formats): string {
  const { commitmentDiscount, priceIncrease, rateIncrease, carryShare, carryChance } = settings;
  const share = (value: number): string => formats.share(value);
  return [
    `A commitment earns ${share(commitmentDiscount)} off.`,
    `A token rises ${share(priceIncrease)} a year, what a unit costs in tokens ${share(rateIncrease)}.`,
    `Carry-forward up to ${share(carryShare)} of the pool, granted in ${share(carryChance)} of the cases.`,
  ].join(' ');
}

/** "Over 3 years. No other rate card, no agreement." */
export function comparisonSentence(
  { newCard }: RenewalInspection,
  { years, eba }: RenewalSettings,
  formats: Formats,
): string {
  const card = newCard === null ? 'no other rate card' : `the ${cardName(newCard)} beside the one in force`;
  const agreement =
    eba === null
      ? 'no agreement'
      : `an agreement over ${formats.counted(eba.years, 'year', 'years')} beside retail`;
  return `Over ${formats.counted(years, 'year', 'years')}: ${card}, ${agreement}.`;
}

/** "10 points". */
const points = (share: number, formats: Formats): string =>
  formats.counted(Math.round(share * 1000) / 10, 'point', 'points');

/** "Your 10% counts." · "Mid, 11.5%, counts." */
export function countsSentence({ own, mid }: LeverLine, formats: Formats): string {
  return own === null
    ? `the middle, ${fine(mid, formats)}, counts`
    : `your own value, ${fine(own, formats)}, counts`;
}

/** Shares of levers keep a decimal: 0.115 → "11.5%". */
export const fine = (share: number, formats: Formats): string =>
  new Intl.NumberFormat(formats.locale, { style: 'percent', maximumFractionDigits: 1 }).format(share);

/** "Vendor A" · "Vendor A and Vendor B": the cheapest at P10, P50 and P90. */
export function cheapestSentence({ quotes, cheapestQuote }: RenewalOutcome): string {
  if (cheapestQuote === null) return '';
  const [low, middle, high] = cheapestQuote.map((at) => quotes[at]?.name ?? '');
  if (low === middle && middle === high) return `${middle ?? ''} is the cheapest at P10, P50 and P90.`;
  return `Cheapest at P10: ${low ?? ''}; at P50: ${middle ?? ''}; at P90: ${high ?? ''}.`;
}

/** What a quote's token price means beside the price at which one would walk away. */
export function walkAwayLabel(quote: QuoteFigures, currency: string, formats: Formats): string {
  const { name, tokenPrice, indifferencePrice, alternative } = quote;
  const asked = tokenPrice === null ? '' : `; it asks ${formats.price(tokenPrice, currency)}`;
  if (indifferencePrice === null) return `${name}: no price of a token to compare`;
  if (indifferencePrice < 0)
    return `${name}: even free tokens would not make it as cheap as ${alternative}${asked}`;
  const stays = tokenPrice !== null && tokenPrice <= indifferencePrice;
  return `${name} costs as much as ${alternative} at this price${asked}: ${stays ? 'below it, so it is ahead' : 'above it, so walk away'}`;
}
