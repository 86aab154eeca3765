import { firstRows, newColumns, type HistoryColumns } from './history';
import { settled } from '../ledger/lots';

/** What a row says of its tokens; rows of one kind may be summed. A refund stays apart, so that its units may be negative. */
const NO_FIGURE = 0;
const FIGURE = 1;
const REFUND = 2;

/** The columns that tell rows apart, in the order of a history: first the four of a key. */
const DISTINCT = [
  ...(['day', 'user', 'product', 'team'] as const),
  ...(['seatAccess', 'project', 'department', 'basis'] as const),
];

/**
 * Below 0 where a row's key comes before the other's in the order of a history, above 0 where it comes after. Both sets of columns must
 * use the same codes.
 */
export function compareKeys(a: HistoryColumns, rowA: number, b: HistoryColumns, rowB: number): number {
  return (
    a.day[rowA]! - b.day[rowB]! ||
    a.user[rowA]! - b.user[rowB]! ||
    a.product[rowA]! - b.product[rowB]! ||
    a.team[rowA]! - b.team[rowB]!
  );
}

/** Sorts rows in the order of a history and sums those that nothing tells apart. Codes must be sorted like the texts they stand for. */
export function orderedRows(columns: HistoryColumns): HistoryColumns {
  // All of one type, so that the loops below stay fast.
  const parts = [...DISTINCT.map((name) => new Int32Array(columns[name])), tokenKinds(columns)].filter(
    varies,
  );
  const order = sortedOrder(parts, columns.rows);
  const out = newColumns(columns.rows);
  let at = -1;
  let before = -1;
  let summed = 1;
  const settle = (): void => {
    // Added fractions drift; a single row keeps its figures as they are.
    if (summed > 1) for (const sums of [out.units, out.tokens, out.tokensCell]) sums[at] = settled(sums[at]!);
  };
  for (let place = 0; place < order.length; place++) {
    const row = order[place]!;
    if (before >= 0 && equalRows(parts, row, before)) {
      out.units[at]! += columns.units[row]!;
      out.tokens[at]! += columns.tokens[row]!;
      out.tokensCell[at]! += columns.tokensCell[row]!;
      out.unitsGiven[at]! |= columns.unitsGiven[row]!;
      summed++;
    } else {
      settle();
      summed = 1;
      copyRow(columns, row, out, ++at);
    }
    before = row;
  }
  settle();
  return firstRows(out, at + 1);
}

/** Copies one row. */
export function copyRow(from: HistoryColumns, row: number, to: HistoryColumns, at: number): void {
  to.day[at] = from.day[row]!;
  to.user[at] = from.user[row]!;
  to.product[at] = from.product[row]!;
  to.team[at] = from.team[row]!;
  to.project[at] = from.project[row]!;
  to.department[at] = from.department[row]!;
  to.seatAccess[at] = from.seatAccess[row]!;
  to.basis[at] = from.basis[row]!;
  to.units[at] = from.units[row]!;
  to.unitsGiven[at] = from.unitsGiven[row]!;
  to.tokens[at] = from.tokens[row]!;
  to.tokensCell[at] = from.tokensCell[row]!;
}

function tokenKinds({ rows, tokensCell }: HistoryColumns): Int32Array {
  const kinds = new Int32Array(rows);
  for (let row = 0; row < rows; row++) {
    const cell = tokensCell[row]!;
    kinds[row] = cell < 0 ? REFUND : cell >= 0 ? FIGURE : NO_FIGURE;
  }
  return kinds;
}

function varies(codes: Int32Array): boolean {
  const first = codes[0];
  return codes.some((code) => code !== first);
}

function equalRows(parts: readonly Int32Array[], a: number, b: number): boolean {
  for (let part = parts.length - 1; part >= 0; part--) {
    const codes = parts[part]!;
    if (codes[a] !== codes[b]) return false;
  }
  return true;
}

/** Row numbers in the order of several columns, the first one leading: stable counting sorts, the last column first. */
function sortedOrder(parts: readonly Int32Array[], rows: number): Uint32Array {
  let order = new Uint32Array(rows);
  let next = new Uint32Array(rows);
  for (let row = 0; row < rows; row++) order[row] = row;
  for (let part = parts.length - 1; part >= 0; part--) {
    countingSort(parts[part]!, order, next);
    [order, next] = [next, order];
  }
  return order;
}

function countingSort(codes: Int32Array, order: Uint32Array, sorted: Uint32Array): void {
  let least = codes[0]!;
  let most = least;
  for (let row = 1; row < codes.length; row++) {
    const code = codes[row]!;
    if (code < least) least = code;
    else if (code > most) most = code;
  }
  const starts = new Uint32Array(most - least + 2);
  for (let row = 0; row < codes.length; row++) starts[codes[row]! - least + 1]!++;
  for (let code = 1; code < starts.length; code++) starts[code]! += starts[code - 1]!;
  for (let at = 0; at < order.length; at++) {
    const row = order[at]!;
    sorted[starts[codes[row]! - least]!++] = row;
  }
}
