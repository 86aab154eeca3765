import { cellText } from '../cells/cells';
import { knownHeader, normalizeHeader, shapeOf } from './headers';
import type { ColumnReading, RawCell, UsageField, UsageShape } from '../types';

/** What the first row says about a range's columns. */
export interface Layout {
  /** Whether the first row is a header. */
  readonly header: boolean;
  readonly shape: UsageShape;
  readonly columns: readonly ColumnReading[];
}

/** Fields of a range without a header, by position (docs/rules.md, "Usage"). */
const POSITIONS: readonly UsageField[] = ['user', 'product', 'date', 'units'];
const IDENTITIES: readonly UsageField[] = ['user', 'email', 'autodeskId', 'hash'];

/**
 * Says what each column of a usage range is taken for. The first row is a header when at least two of its cells are
 * known column names; otherwise the columns are user, product, date and units in this order. Where several columns mean
 * one field, the best-known name wins, then the column further left; the others are named in their `note`.
 * @param firstRows the first rows of the range; the first one decides, the widest one gives the width
 * @param overrides fields the user assigned by column index; null = ignore the column
 */
export function recognizeColumns(
  firstRows: readonly (readonly RawCell[])[],
  overrides: Readonly<Record<number, UsageField | null>> = {},
): Layout {
  const first = firstRows[0] ?? [];
  const width = firstRows.reduce((most, row) => Math.max(most, row.length), 0);
  const typed = Array.from({ length: width }, (_, index) => cellText(first[index]));
  const known = typed.map((text) => knownHeader(text));
  const header = known.filter((entry) => entry !== undefined).length >= 2;

  const wishes = typed.map((_, index): { field: UsageField | null; rank: number } => {
    const override = overrides[index];
    if (override !== undefined) return { field: override, rank: -1 };
    const found = header ? known[index] : undefined;
    if (header) return { field: found?.field ?? null, rank: found?.rank ?? 0 };
    return { field: POSITIONS[index] ?? null, rank: 0 };
  });
  // Where the product inside is named too, the product's name is that of what was bought.
  if (typed.some((text) => normalizeHeader(text) === 'childproductname')) {
    typed.forEach((text, index) => {
      if (normalizeHeader(text) === 'productname' && overrides[index] === undefined) {
        wishes[index] = { field: 'offering', rank: 0 };
      }
    });
  }
  const winners = new Map<UsageField, number>();
  wishes.forEach(({ field, rank }, index) => {
    if (field === null) return;
    const holder = winners.get(field);
    if (holder === undefined || rank < (wishes[holder]?.rank ?? 0)) winners.set(field, index);
  });
  // A list that names people only by "Name" is keyed by it; beside an e-mail or id the name is for display.
  const nameAsUser = !IDENTITIES.some((field) => winners.has(field)) && winners.has('displayName');

  const columns = wishes.map(({ field }, index): ColumnReading => {
    const text = header ? (typed[index] ?? '') : '';
    if (field === null) return { index, header: text, field: null };
    const holder = winners.get(field) ?? index;
    if (holder !== index) {
      const note = `Also ${field}; column ${holder + 1} ("${typed[holder] ?? ''}") is used.`;
      return { index, header: text, field: null, note };
    }
    return { index, header: text, field: field === 'displayName' && nameAsUser ? 'user' : field };
  });
  const shape = header ? shapeOf(new Set(typed.map(normalizeHeader))) : 'no header';
  return { header, shape, columns };
}

/** The column taken for a field; undefined when there is none. */
export function columnOf(layout: Layout, field: UsageField): ColumnReading | undefined {
  return layout.columns.find((column) => column.field === field);
}
