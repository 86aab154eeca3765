import type { RawCell } from '../../src/engine/usage';

/** The input of every method: a header, then rows of user, product, date, hours, tokens, in blocks. */
export type Block = readonly (readonly RawCell[])[];

export const HEADER = ['User', 'Product', 'Date', 'Hours', 'Tokens'];
export const PRODUCTS = ['AutoCAD', 'Revit', 'Civil 3D', 'Inventor Pro', 'Maya', 'AEC Collection'];
export const RATES = [1, 5, 5, 5, 15, 5];
export const FIRST_SERIAL = 45931;
export const DAYS = 425;
const USERS = 5_000;
const BLOCK_ROWS = 20_000;

/** Small seeded generator (Park–Miller), so that every process makes the same rows. */
function generator(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

/** `count` rows over `days` days in blocks of 20,000, every cell a value of its own, as JSON from Excel gives them. */
export function makeBlocks(count: number, days = DAYS): readonly Block[] {
  const random = generator(20261124);
  const blocks: Block[] = [];
  for (let from = 0; from < count; from += BLOCK_ROWS) {
    const rows: RawCell[][] = from === 0 ? [HEADER] : [];
    for (let i = from; i < Math.min(from + BLOCK_ROWS, count); i++) {
      const product = Math.floor(random() * PRODUCTS.length);
      const hours = Math.ceil(random() * 32) / 4;
      const user = `person${Math.floor(random() * USERS)}@example.com`;
      const date = FIRST_SERIAL + Math.floor(random() * days);
      rows.push([user, PRODUCTS[product], date, hours, hours * (RATES[product] as number)]);
    }
    blocks.push(JSON.parse(JSON.stringify(rows)) as Block);
  }
  return blocks;
}
