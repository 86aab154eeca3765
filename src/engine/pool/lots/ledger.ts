import type { LotYears } from './years';

const MONTHS = 12;
const YEAR_DAYS = 365;
/** A backlog below this is rounding. */
const NOTHING = 1e-6;

/** When lots are bought: as often as needed to hold more than `reorderPoint`, each of `lot` tokens, there after `leadDays`. */
export interface LotPolicy {
  readonly lot: number;
  readonly reorderPoint: number;
  readonly leadDays: number;
}

/** What the policy did in the years that count, summed over the paths; tokens. `opening` + `bought` = `burned` + `expired` + `closing`. */
export interface LotLedger {
  /** Years that count. */
  readonly years: number;
  /** Of these, years with a day on which demand found no tokens. */
  readonly stockoutYears: number;
  readonly lots: number;
  readonly opening: number;
  readonly bought: number;
  readonly burned: number;
  readonly expired: number;
  readonly closing: number;
  /** Mean of the balances at the end of each day. */
  readonly meanBalance: number;
}

/** First day of each month of a 365-day year, and the year's end. */
const MONTH_STARTS: readonly number[] = Array.from({ length: MONTHS + 1 }, (_, month) =>
  Math.floor((month * YEAR_DAYS) / MONTHS),
);

/**
 * Runs a policy day by day. Packs burn earliest expiry first and expire 365 days after they arrive; demand is even within a month; demand
 * that finds no tokens waits for the next lot (work is delayed, not dropped). Every path starts with a pack of reorderPoint + lot. In the
 * evening, tokens held and on order less what waits are looked at, and lots are bought until they are above the reorder point; a lot
 * is there on the morning leadDays later, never on the same day.
 */
export function lotLedger(demand: LotYears, policy: LotPolicy): LotLedger {
  const { paths, years, months } = demand;
  const { lot, reorderPoint } = policy;
  const lead = Math.max(1, Math.ceil(policy.leadDays));
  // Packs in the order they arrive, which is the order they expire: held from `head` to `held`, on order from `held` to `size`.
  const arrival = new Int32Array(years * YEAR_DAYS + 1);
  const quantity = new Float64Array(arrival.length);
  const daily = new Float64Array(MONTHS);
  let [stockoutYears, lots, balanceDays] = [0, 0, 0];
  let [opening, bought, burned, expired, closing] = [0, 0, 0, 0, 0];
  for (let path = 0; path < paths; path++) {
    quantity[0] = reorderPoint + lot;
    let [head, held, size] = [0, 0, 1];
    let [balance, onOrder, waiting] = [0, reorderPoint + lot, 0];
    for (let year = 0; year < years; year++) {
      const counts = year > 0 ? 1 : 0;
      let dry = 0;
      if (year === 1) opening += balance;
      const from = (path * years + year) * MONTHS;
      for (let month = 0; month < MONTHS; month++) {
        daily[month] = months[from + month]! / (MONTH_STARTS[month + 1]! - MONTH_STARTS[month]!);
      }
      for (let month = 0; month < MONTHS; month++) {
        const need = daily[month]!;
        const end = year * YEAR_DAYS + MONTH_STARTS[month + 1]!;
        for (let day = year * YEAR_DAYS + MONTH_STARTS[month]!; day < end; day++) {
          while (held < size && arrival[held]! <= day) {
            const tokens = quantity[held++]!;
            balance += tokens;
            onOrder -= tokens;
            bought += counts * tokens;
          }
          while (head < held && arrival[head]! + YEAR_DAYS <= day) {
            const tokens = quantity[head++]!;
            balance -= tokens;
            expired += counts * tokens;
          }
          let missing = need + waiting;
          let used = 0;
          while (missing > 0 && head < held) {
            const tokens = quantity[head]!;
            if (tokens > missing) {
              quantity[head] = tokens - missing;
              used += missing;
              missing = 0;
            } else {
              used += tokens;
              missing -= tokens;
              head++;
            }
          }
          balance = head === held ? 0 : balance - used;
          burned += counts * used;
          balanceDays += counts * balance;
          waiting = missing > NOTHING ? missing : 0;
          if (waiting > 0) dry = 1;
          const position = balance + onOrder - waiting;
          if (position <= reorderPoint) {
            const more = Math.floor((reorderPoint - position) / lot) + 1;
            arrival[size] = day + lead;
            quantity[size++] = more * lot;
            onOrder += more * lot;
            lots += counts * more;
          }
        }
      }
      stockoutYears += counts * dry;
    }
    closing += balance;
  }
  const counted = paths * (years - 1);
  return {
    years: counted,
    stockoutYears,
    lots,
    opening,
    bought,
    burned,
    expired,
    closing,
    meanBalance: balanceDays / (counted * YEAR_DAYS),
  };
}
