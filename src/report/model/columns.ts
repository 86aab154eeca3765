/** Columns of our tables in one line each. */
import type { Column, ColumnKind } from './document';
import { numberFormat } from './formats';

/** A maker of columns whose money is in one currency (ISO code). */
export function columnsOf(currency: string) {
  return (
    key: string,
    header: string,
    kind: ColumnKind,
    width: number,
    more: Partial<Column> = {},
  ): Column => ({
    key,
    header,
    kind,
    width,
    numberFormat: numberFormat(kind, currency),
    ...more,
  });
}
