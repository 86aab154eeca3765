import { firstSerialOfMonth, monthIndexOf } from '../numeric';

/** Months (year × 12 + month − 1) of the whole days from `first` to `last`, both serials: a look-up instead of a calendar a row. */
export function monthTable(
  first: number,
  last: number,
): { readonly from: number; readonly months: Int32Array } {
  const months = new Int32Array(Math.max(last - first + 1, 0));
  let month = monthIndexOf(first);
  let next = firstSerialOfMonth(month + 1);
  for (let day = first; day <= last; day++) {
    if (day >= next) next = firstSerialOfMonth(++month + 1);
    months[day - first] = month;
  }
  return { from: first, months };
}
