import { formatMoney, formatNumber, formatShare, monthText, counted } from '../../numeric';
import type { UsageReading } from '../../usage/types';
import type { ChangeFactors, ChangePrices, Effects, Pair, ProductFactors } from './month-factors';
import type { MonthUse } from '../ledger/month-use';
import type { ChangePart } from './types';

/** Tokens and money of a part, as shown. */
type Own = Pick<ChangePart, 'tokens' | 'money'>;

const UNIT_NAMES = { hour: 'hour', day: 'day', result: 'job' } as const;

/** For each part a sentence with the figures that decided it, then what it makes in tokens and money. */
export function changeSentences(
  reading: UsageReading,
  months: Pair,
  [before, after]: readonly [MonthUse, MonthUse],
  factors: ChangeFactors,
  tokens: Effects,
  prices: ChangePrices,
): Readonly<Record<ChangePart['kind'], (own: Own) => string>> {
  const [a, b] = [monthText(months[0]), monthText(months[1])];
  const { products } = reading.table;
  const nameOf = ({ product }: ProductFactors): string => products[product]?.name ?? '';
  const closed = (text: string, { tokens: part, money }: Own): string =>
    `${text}: ${signed(part, formatNumber(part, 0))} tokens, ${signed(money, formatMoney(money, prices.currency))}.`;
  return {
    people: (own) => closed(peopleText(reading, [before.people, after.people], [a, b]), own),
    'days per person': (own) =>
      closed(daysText(reading, [before, after], factors, tokens['units a day']), own),
    'product mix': (own) => {
      const moved = largest(factors.products, ({ share }) => share[1] - share[0]);
      if (before.days === 0 || after.days === 0 || !moved || same(moved.share))
        return closed('The mix of products did not change', own);
      const verb = moved.share[1] > moved.share[0] ? 'rose' : 'fell';
      return closed(
        `The share of ${nameOf(moved)} in the days of use ${verb} from ${formatShare(moved.share[0])} to ${formatShare(moved.share[1])}`,
        own,
      );
    },
    rate: (own) => {
      const moved = largest(
        factors.products,
        ({ share, unitsADay, rate }) =>
          (share[0] + share[1]) * (unitsADay[0] + unitsADay[1]) * (rate[1] - rate[0]),
      );
      if (!moved || same(moved.rate)) return closed('The tokens that a unit costs did not change', own);
      const unit = UNIT_NAMES[products[moved.product]?.basis ?? 'day'];
      return closed(
        `${nameOf(moved)} took ${formatNumber(moved.rate[1])} instead of ${formatNumber(moved.rate[0])} tokens per ${unit}`,
        own,
      );
    },
    price: (own) =>
      closed(
        price(prices.after, prices) === price(prices.before, prices)
          ? `A token cost ${price(prices.after, prices)} in both months`
          : `A token cost ${price(prices.after, prices)} instead of ${price(prices.before, prices)}`,
        own,
      ),
  };
}

function peopleText(
  { hasUserColumn }: UsageReading,
  [before, after]: Pair,
  [a, b]: readonly [string, string],
): string {
  if (before === 0 && after === 0) return `Nobody burned tokens in ${a} or ${b}`;
  if (!hasUserColumn && before !== 0 && after !== 0) return 'The data name no people, so none can be counted';
  if (before === 0) return `No tokens were burned in ${a}; the whole burn of ${b} is new`;
  if (after === 0) return `No tokens were burned in ${b}; the whole burn of ${a} is gone`;
  if (before === after)
    return `${counted(after, 'person', 'people')} burned tokens in ${b}, as many as in ${a}`;
  return `${counted(after, 'person', 'people')} burned tokens in ${b} instead of ${formatNumber(before)} in ${a}`;
}

function daysText(
  { dailyDetail }: UsageReading,
  [before, after]: readonly [MonthUse, MonthUse],
  { daysAPerson, products }: ChangeFactors,
  heavier: number,
): string {
  if (before.days === 0 || after.days === 0)
    return 'Days per person cannot be compared with a month without burn';
  const days = dailyDetail ? 'days of use' : 'dated rows (the data do not tell days apart)';
  const text = same(daysAPerson)
    ? `A person had ${formatNumber(daysAPerson[1], 1)} ${days} on average, as before`
    : `A person had ${formatNumber(daysAPerson[1], 1)} ${days} on average instead of ${formatNumber(daysAPerson[0], 1)}`;
  if (!products.some(({ unitsADay }) => !same(unitsADay))) return text;
  const each = dailyDetail ? 'a day' : 'a row';
  return `${text}; ${heavier < 0 ? 'fewer' : 'more'} units ${each} make ${signed(heavier, formatNumber(heavier, 0))} tokens of it`;
}

function largest(
  products: readonly ProductFactors[],
  size: (one: ProductFactors) => number,
): ProductFactors | undefined {
  return products.reduce<ProductFactors | undefined>(
    (best, one) => (best === undefined || Math.abs(size(one)) > Math.abs(size(best)) ? one : best),
    undefined,
  );
}

/** Equal but for the last digits of a division. */
function same([a, b]: Pair): boolean {
  return Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b));
}

/** Prices of a token may have more than two decimals. */
function price(value: number, { currency }: ChangePrices): string {
  const cents = Math.round(value * 100) / 100;
  return same([cents, value]) ? formatMoney(value, currency) : `${currency} ${formatNumber(value, 4)}`;
}

function signed(value: number, text: string): string {
  return value > 0 ? `+${text}` : text;
}
