import { DuckDBInstance } from '@duckdb/node-api';
import { guideCard } from '../../src/engine/catalog';
import { monthIndexOf } from '../../src/engine/numeric';
import { createUsageReader } from '../../src/engine/usage';
import { userProductMonths } from '../../src/engine/usage/aggregates';
import { DAYS, FIRST_SERIAL, type Block } from './rows';

/** The common answer: one entry a user × product × month (year × 12 + month − 1) that has rows. */
export interface Answer {
  readonly user: ArrayLike<number>;
  readonly product: ArrayLike<number>;
  readonly month: ArrayLike<number>;
  readonly tokens: ArrayLike<number>;
  /** Units, and usage rows behind the entry; `bare` alone leaves them out. */
  readonly units?: ArrayLike<number>;
  readonly sourceRows?: ArrayLike<number>;
  readonly cost: ArrayLike<number>;
  readonly users: readonly string[];
  readonly products: readonly string[];
}

export type Method = (blocks: readonly Block[], rows: number) => Answer | Promise<Answer>;

const PRICE = guideCard.tokenPrice;

/** The product: every rule of reading, then the compact table. */
const flex: Method = (blocks, rows) => {
  const reader = createUsageReader({ card: guideCard, expectedRows: rows });
  for (const block of blocks) reader.push(block);
  const reading = reader.finish();
  const { table } = reading;
  const months = userProductMonths(reading);
  return {
    ...months,
    users: table.users.map((user) => user.key),
    products: table.products.map((product) => product.name),
  };
};

/** The least that gives the product's table: intern two columns, copy three, add up in dense arrays. No checks of any cell. */
const floor: Method = (blocks, rows) => {
  const userCodes = new Map<unknown, number>();
  const productCodes = new Map<unknown, number>();
  const user = new Uint32Array(rows);
  const product = new Uint32Array(rows);
  const date = new Float64Array(rows);
  const hours = new Float64Array(rows);
  const tokens = new Float64Array(rows);
  let at = 0;
  for (let b = 0; b < blocks.length; b++) {
    const block = blocks[b] as Block;
    for (let i = b === 0 ? 1 : 0; i < block.length; i++) {
      const row = block[i] as readonly unknown[];
      let u = userCodes.get(row[0]);
      if (u === undefined) userCodes.set(row[0], (u = userCodes.size));
      let p = productCodes.get(row[1]);
      if (p === undefined) productCodes.set(row[1], (p = productCodes.size));
      user[at] = u;
      product[at] = p;
      date[at] = row[2] as number;
      hours[at] = row[3] as number;
      tokens[at] = row[4] as number;
      at++;
    }
  }
  const first = monthIndexOf(FIRST_SERIAL);
  const monthOf = Int32Array.from({ length: DAYS }, (_, day) => monthIndexOf(FIRST_SERIAL + day) - first);
  const span = (monthOf[DAYS - 1] as number) + 1;
  const cells = userCodes.size * productCodes.size * span;
  const units = new Float64Array(cells);
  const sums = new Float64Array(cells);
  const counts = new Uint32Array(cells);
  let filled = 0;
  for (let row = 0; row < at; row++) {
    const pair = (user[row] as number) * productCodes.size + (product[row] as number);
    const cell = pair * span + (monthOf[(date[row] as number) - FIRST_SERIAL] as number);
    units[cell] = (units[cell] as number) + (hours[row] as number);
    sums[cell] = (sums[cell] as number) + (tokens[row] as number);
    if (counts[cell] === 0) filled++;
    counts[cell] = (counts[cell] as number) + 1;
  }
  const answer = {
    user: new Uint32Array(filled),
    product: new Uint32Array(filled),
    month: new Uint32Array(filled),
    units: new Float64Array(filled),
    tokens: new Float64Array(filled),
    sourceRows: new Uint32Array(filled),
    cost: new Float64Array(filled),
    users: [...userCodes.keys()] as string[],
    products: [...productCodes.keys()] as string[],
  };
  let out = 0;
  for (let cell = 0; cell < cells; cell++) {
    if (counts[cell] === 0) continue;
    const pair = Math.floor(cell / span);
    answer.user[out] = Math.floor(pair / productCodes.size);
    answer.product[out] = pair % productCodes.size;
    answer.month[out] = first + (cell % span);
    answer.units[out] = units[cell] as number;
    answer.tokens[out] = sums[cell] as number;
    answer.sourceRows[out] = counts[cell] as number;
    answer.cost[out] = (sums[cell] as number) * PRICE;
    out++;
  }
  return answer;
};

/** The floor with tokens and cost as its only output: what the least useful answer costs. */
const bare: Method = (blocks, rows) => {
  const userCodes = new Map<unknown, number>();
  const productCodes = new Map<unknown, number>();
  const user = new Uint32Array(rows);
  const product = new Uint32Array(rows);
  const date = new Float64Array(rows);
  const tokens = new Float64Array(rows);
  let at = 0;
  for (let b = 0; b < blocks.length; b++) {
    const block = blocks[b] as Block;
    for (let i = b === 0 ? 1 : 0; i < block.length; i++) {
      const row = block[i] as readonly unknown[];
      let u = userCodes.get(row[0]);
      if (u === undefined) userCodes.set(row[0], (u = userCodes.size));
      let p = productCodes.get(row[1]);
      if (p === undefined) productCodes.set(row[1], (p = productCodes.size));
      user[at] = u;
      product[at] = p;
      date[at] = row[2] as number;
      tokens[at] = row[4] as number;
      at++;
    }
  }
  const first = monthIndexOf(FIRST_SERIAL);
  const monthOf = Int32Array.from({ length: DAYS }, (_, day) => monthIndexOf(FIRST_SERIAL + day) - first);
  const span = (monthOf[DAYS - 1] as number) + 1;
  const cells = userCodes.size * productCodes.size * span;
  const sums = new Float64Array(cells);
  const counts = new Uint32Array(cells);
  let filled = 0;
  for (let row = 0; row < at; row++) {
    const pair = (user[row] as number) * productCodes.size + (product[row] as number);
    const cell = pair * span + (monthOf[(date[row] as number) - FIRST_SERIAL] as number);
    sums[cell] = (sums[cell] as number) + (tokens[row] as number);
    if (counts[cell] === 0) filled++;
    counts[cell] = (counts[cell] as number) + 1;
  }
  const answer = {
    user: new Uint32Array(filled),
    product: new Uint32Array(filled),
    month: new Uint32Array(filled),
    tokens: new Float64Array(filled),
    cost: new Float64Array(filled),
    users: [...userCodes.keys()] as string[],
    products: [...productCodes.keys()] as string[],
  };
  let out = 0;
  for (let cell = 0; cell < cells; cell++) {
    if (counts[cell] === 0) continue;
    const pair = Math.floor(cell / span);
    answer.user[out] = Math.floor(pair / productCodes.size);
    answer.product[out] = pair % productCodes.size;
    answer.month[out] = first + (cell % span);
    answer.tokens[out] = sums[cell] as number;
    answer.cost[out] = (sums[cell] as number) * PRICE;
    out++;
  }
  return answer;
};

/** The obvious code: one Map with a text key a row. */
const naive: Method = (blocks) => {
  const sums = new Map<string, { units: number; tokens: number; rows: number }>();
  for (let b = 0; b < blocks.length; b++) {
    const block = blocks[b] as Block;
    for (let i = b === 0 ? 1 : 0; i < block.length; i++) {
      const [user, product, date, hours, tokens] = block[i] as readonly [
        string,
        string,
        number,
        number,
        number,
      ];
      const key = `${user}|${product}|${monthIndexOf(date)}`;
      const sum = sums.get(key);
      if (sum) {
        sum.units += hours;
        sum.tokens += tokens;
        sum.rows++;
      } else sums.set(key, { units: hours, tokens, rows: 1 });
    }
  }
  const parts = [...sums.keys()].map((key) => key.split('|') as [string, string, string]);
  const values = [...sums.values()];
  const all = parts.map((_, index) => index);
  return {
    user: all,
    product: all,
    month: parts.map(([, , month]) => Number(month)),
    units: values.map(({ units }) => units),
    tokens: values.map(({ tokens }) => tokens),
    sourceRows: values.map(({ rows }) => rows),
    cost: values.map(({ tokens }) => tokens * PRICE),
    users: parts.map(([user]) => user),
    products: parts.map(([, product]) => product),
  };
};

/** DuckDB in memory: append the rows cell by cell (faster from JavaScript than whole chunks), one GROUP BY. */
const duckdb: Method = async (blocks) => {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(
    'CREATE TABLE usage (person VARCHAR, product VARCHAR, day INTEGER, hours DOUBLE, tokens DOUBLE)',
  );
  const appender = await connection.createAppender('usage');
  for (let b = 0; b < blocks.length; b++) {
    const block = blocks[b] as Block;
    for (let i = b === 0 ? 1 : 0; i < block.length; i++) {
      const [user, product, date, hours, tokens] = block[i] as readonly [
        string,
        string,
        number,
        number,
        number,
      ];
      appender.appendVarchar(user);
      appender.appendVarchar(product);
      appender.appendInteger(date);
      appender.appendDouble(hours);
      appender.appendDouble(tokens);
      appender.endRow();
    }
  }
  appender.closeSync();
  const result = await connection.runAndReadAll(
    `SELECT person, product, (year(d) * 12 + month(d) - 1)::INTEGER, sum(hours), sum(tokens), count(*)::INTEGER, sum(tokens) * ${PRICE}
     FROM (SELECT *, DATE '1899-12-30' + day AS d FROM usage) GROUP BY ALL`,
  );
  const [users, products, month, units, tokens, sourceRows, cost] = result.getColumns() as [
    string[],
    string[],
    number[],
    number[],
    number[],
    number[],
    number[],
  ];
  const all = users.map((_, index) => index);
  connection.closeSync();
  instance.closeSync();
  return { user: all, product: all, month, units, tokens, sourceRows, cost, users, products };
};

export const METHODS: Readonly<Record<string, Method>> = { floor, bare, flex, duckdb, naive };
