import { rowsByUser } from '../rows-by-user';
import type { CheckedUsage } from '../evidence';

const DAY_HOURS = 24;

/** Hours of one person on one day. */
export interface DayHours {
  readonly user: number;
  readonly day: number;
  /** All products; time that one machine spent in several products at once counts once. */
  readonly hours: number;
  /** The product with most hours, and how many. */
  readonly product: number;
  readonly productHours: number;
  readonly products: number;
  readonly rows: readonly number[];
}

interface Piece {
  readonly product: number;
  /** 0 = not named: then nothing says that two pieces are one and the same time. */
  readonly machine: number;
  readonly from: number;
  readonly to: number;
}

interface Day {
  readonly pieces: Piece[];
  /** Hours without times, by product. */
  readonly plain: Map<number, number>;
  readonly rows: number[];
  /** False where a row of more than 24 hours touches the day. */
  isClear: boolean;
}

/**
 * Hours by person and day. Sessions are cut at midnight. A day that a row of more than 24 hours touches is left out: such a row stands for
 * a longer period, or for a session left open.
 */
export function* dayHours(usage: CheckedUsage): Generator<DayHours> {
  for (const [user, rows] of rowsByUser(usage)) {
    for (const [day, { pieces, plain, rows: own, isClear }] of daysOf(usage, rows)) {
      if (!isClear) continue;
      const byProduct = new Map(plain);
      for (const product of new Set(pieces.map((piece) => piece.product))) {
        const hours = spent(pieces.filter((piece) => piece.product === product));
        byProduct.set(product, (byProduct.get(product) ?? 0) + hours);
      }
      let most = -1;
      for (const [product, hours] of byProduct) if (!(hours <= (byProduct.get(most) ?? -1))) most = product;
      const hours = spent(pieces) + [...plain.values()].reduce((sum, value) => sum + value, 0);
      const productHours = byProduct.get(most) ?? 0;
      yield { user, day, hours, product: most, productHours, products: byProduct.size, rows: own };
    }
  }
}

/** One person's days with what was used on them. */
function daysOf({ reading: { table }, grain }: CheckedUsage, rows: Uint32Array): ReadonlyMap<number, Day> {
  const days = new Map<number, Day>();
  const dayOf = (day: number, row: number): Day => {
    let found = days.get(day);
    if (!found) days.set(day, (found = { pieces: [], plain: new Map(), rows: [], isClear: true }));
    found.rows.push(row);
    return found;
  };
  const plainCounts = grain.period === 'day' && grain.measured;
  for (const row of rows) {
    const product = table.product[row]!;
    const start = table.start[row] ?? NaN;
    const end = table.end[row] ?? NaN;
    if (end > start) {
      const isLong = toSeconds(end - start) > DAY_HOURS * 3600;
      const machine = table.machine[row] ?? 0;
      for (let day = Math.floor(start); day < end; day++) {
        const own = dayOf(day, row);
        if (isLong) own.isClear = false;
        own.pieces.push({ product, machine, from: Math.max(start, day), to: Math.min(end, day + 1) });
      }
    } else if (plainCounts && table.products[product]?.basis === 'hour' && table.converted?.[row] !== 1) {
      const hours = table.units[row]!;
      const own = dayOf(Math.floor(table.date[row]!), row);
      if (hours > DAY_HOURS) own.isClear = false;
      own.plain.set(product, (own.plain.get(product) ?? 0) + hours);
    }
  }
  return days;
}

/** Hours of pieces: those of one machine merged, those without a machine added up. */
function spent(pieces: readonly Piece[]): number {
  const ends = new Map<number, number>();
  let seconds = 0;
  for (const { machine, from, to } of [...pieces].sort((a, b) => a.from - b.from)) {
    const begin = machine === 0 ? from : Math.max(from, ends.get(machine) ?? from);
    if (to > begin) seconds += toSeconds(to - begin);
    if (machine !== 0) ends.set(machine, Math.max(to, ends.get(machine) ?? to));
  }
  return seconds / 3600;
}

/** Serials carry the time of day as a binary fraction. */
function toSeconds(days: number): number {
  return Math.round(days * 86400);
}
