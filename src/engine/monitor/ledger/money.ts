import { firstSerialOfMonth, monthIndexOf } from '../../numeric';
import { partsOf, tokensOf } from './lots';
import { teamKey } from './teams';
import type { Amount, BookedLedger, LotMove, LotMoveKind, MonthMoney } from './types';

/** The months of one team. */
export interface TeamMonths {
  readonly team: string;
  readonly months: readonly MonthMoney[];
}

/**
 * Opening, bought, carried in, burned at pack cost, expired, adjusted and closing of each month, all teams together, in tokens and in
 * whole cents. A pack costs round(quantity × price × 100) cents and its first k tokens round(cents × k ÷ quantity), so that every month
 * adds up and all months add up to the invoices. Tokens expire in the month of the day after their last day.
 * @param firstMonth year × 12 + month − 1; omitted = the month of the first entry
 * @param lastMonth omitted = the month of the ledger's date, which counts up to that date
 */
export function monthMoney(
  ledger: BookedLedger,
  firstMonth?: number,
  lastMonth?: number,
): readonly MonthMoney[] {
  return monthsOf(ledger, ledger.moves, firstMonth, lastMonth);
}

/** As `monthMoney`, for each team of the ledger that has lots. What came from other teams or went to them has columns of its own. */
export function monthMoneyByTeam(
  ledger: BookedLedger,
  firstMonth?: number,
  lastMonth?: number,
): readonly TeamMonths[] {
  const first = firstMonth ?? firstMonthOf(ledger);
  const keys = ledger.lots.map((lot) => teamKey(lot.team));
  return ledger.teams
    .filter(({ team }) => keys.includes(teamKey(team)))
    .map(({ team }) => {
      const moves = ledger.moves.filter((move) => keys[move.lot] === teamKey(team));
      const months = monthsOf(ledger, moves, first, lastMonth, true);
      return { team, months };
    });
}

/** What a kind of entry does to the balance. */
const SIGN: Readonly<Record<LotMoveKind, 1 | -1>> = {
  bought: 1,
  'carried in': 1,
  'transferred in': 1,
  burned: -1,
  expired: -1,
  'transferred out': -1,
  adjusted: -1,
};

class Sums {
  private readonly sums = new Map<LotMoveKind, { parts: number; cents: number }>();

  add({ kind, tokens, cents }: LotMove): void {
    const sum = this.sums.get(kind) ?? { parts: 0, cents: 0 };
    sum.parts += partsOf(tokens);
    sum.cents += cents;
    this.sums.set(kind, sum);
  }

  of(kind: LotMoveKind): Amount {
    const { parts, cents } = this.sums.get(kind) ?? { parts: 0, cents: 0 };
    return { tokens: tokensOf(parts), cents };
  }

  /** A balance after these entries. */
  after({ tokens, cents }: Amount): Amount {
    let parts = partsOf(tokens);
    let money = cents;
    for (const [kind, sum] of this.sums) {
      parts += SIGN[kind] * sum.parts;
      money += SIGN[kind] * sum.cents;
    }
    return { tokens: tokensOf(parts), cents: money };
  }
}

function firstMonthOf(ledger: BookedLedger): number {
  return monthIndexOf(ledger.moves[0]?.day ?? ledger.asOf);
}

function monthsOf(
  ledger: BookedLedger,
  moves: readonly LotMove[],
  firstMonth: number = firstMonthOf(ledger),
  lastMonth: number = monthIndexOf(ledger.asOf),
  ofTeam = false,
): readonly MonthMoney[] {
  let at = 0;
  /** Entries are in order of time: the next ones up to the month's end. */
  const until = (month: number): Sums => {
    const sums = new Sums();
    const end = firstSerialOfMonth(month + 1);
    for (let move = moves[at]; move && move.day < end; move = moves[++at]) sums.add(move);
    return sums;
  };
  let opening = until(firstMonth - 1).after({ tokens: 0, cents: 0 });
  const months: MonthMoney[] = [];
  for (let month = firstMonth; month <= lastMonth; month++) {
    const sums = until(month);
    const closing = sums.after(opening);
    months.push({
      month,
      opening,
      bought: sums.of('bought'),
      carriedIn: sums.of('carried in'),
      burned: sums.of('burned'),
      expired: sums.of('expired'),
      adjusted: sums.of('adjusted'),
      closing,
      ...(ofTeam
        ? { transferredIn: sums.of('transferred in'), transferredOut: sums.of('transferred out') }
        : {}),
    });
    opening = closing;
  }
  return months;
}
