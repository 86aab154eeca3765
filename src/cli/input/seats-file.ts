/** Who holds which Named User seat, from a table of its own: rows of User (or Email) and Product. */
import { counted } from '../../engine/numeric';
import { matchProduct } from '../../engine/catalog';
import { recognizeColumns, type SeatEvidence, type UsageField, type UsageReading } from '../../engine/usage';
import { cellText } from '../../engine/usage/cells/cells';
import { SHEETS, TABLES } from '../../report/model/sheet-names';
import { BadInput } from '../program/bad-input';
import { readListFile, type ListPlace } from './list-file';

/** Where a workbook of ours has them. */
export const SEATS_PLACE: ListPlace = { sheet: SHEETS.seats.name, table: TABLES.seats };

export interface SeatsFile {
  readonly seats: readonly SeatEvidence[];
  readonly notes: readonly string[];
}

const PEOPLE: readonly UsageField[] = ['user', 'email', 'autodeskId', 'hash'];
const PRODUCTS: readonly UsageField[] = ['product', 'offering'];

/**
 * Joins the table with the people and products of a reading. A seat of a Collection cannot be judged by one product's use: it is counted
 * in the notes, as are people without usage.
 * @throws BadInput when the table has no such columns
 */
export async function readSeatsFile(file: string, reading: UsageReading): Promise<SeatsFile> {
  const { name, values: rows } = await readListFile(file, [SEATS_PLACE]);
  const { columns, header } = recognizeColumns(rows.slice(0, 1));
  const at = (fields: readonly UsageField[]): readonly number[] =>
    fields.flatMap((field) => columns.find((column) => column.field === field)?.index ?? []);
  const [who, what] = [at(PEOPLE), at(PRODUCTS)];
  if (!header || who.length === 0 || what.length === 0) {
    throw new BadInput(`${name}: the first row must name a column User or Email, and a column Product.`);
  }
  const { users, products } = reading.table;
  const userOf = new Map(
    users.flatMap(({ key, email }, index) => [key, email].map((each) => [keyOf(each), index])),
  );
  const productOf = new Map(products.map((product, index) => [product.name, index]));
  const collections = new Set(reading.card.collections.map((collection) => collection.name));
  const seats: SeatEvidence[] = [];
  const lost = { strangers: 0, collections: 0, unknown: 0 };
  for (const cells of rows.slice(1)) {
    const person = who.map((column) => keyOf(cellText(cells[column]))).filter((key) => key !== '');
    const product = what.map((column) => cellText(cells[column])).find((text) => text !== '');
    if (person.length === 0 || product === undefined) continue;
    const user = person.map((key) => userOf.get(key)).find((index) => index !== undefined);
    const match = matchProduct(reading.card, product);
    if (match.kind === 'unknown') lost.unknown += 1;
    else if (collections.has(match.name)) lost.collections += 1;
    else if (user === undefined) lost.strangers += 1;
    // A product nobody used has no index: its seat is idle all the same.
    else seats.push({ user, product: productOf.get(match.name) ?? -1, assigned: true });
  }
  return { seats, notes: notesOf(lost, name) };
}

function notesOf(
  lost: { readonly strangers: number; readonly collections: number; readonly unknown: number },
  name: string,
): readonly string[] {
  const said = (count: number, what: string): readonly string[] =>
    count === 0 ? [] : [`${counted(count, 'seat')} of ${name} ${what}`];
  return [
    ...said(
      lost.strangers,
      'belong to people without a row in the usage: look at these first for seats to take back.',
    ),
    ...said(lost.collections, 'are Collections, which are no harvest candidates by one product alone.'),
    ...said(lost.unknown, 'name a product the rate card does not know, and were left out.'),
  ];
}

function keyOf(text: string): string {
  return text.trim().toLowerCase();
}
