import { DuckDBInstance } from '@duckdb/node-api';
import type { Block } from '../usage/rows';
import type { Answer } from './answer';

const GROUPED =
  'SELECT person, product, sum(hours) AS hours, sum(tokens) AS tokens, count(*) AS lines FROM usage GROUP BY ALL';
const TOTALS = `SELECT count(DISTINCT person)::INTEGER, sum(lines)::INTEGER, sum(tokens)::DOUBLE FROM (${GROUPED})`;

/** DuckDB in memory over cells: append, then group by person and product. It decides nothing and writes nothing. */
export async function duckdbCells(blocks: readonly Block[]): Promise<Answer> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(
    'CREATE TABLE usage (person VARCHAR, product VARCHAR, day INTEGER, hours DOUBLE, tokens DOUBLE)',
  );
  const appender = await connection.createAppender('usage');
  for (const [index, block] of blocks.entries()) {
    for (const row of index === 0 ? block.slice(1) : block) {
      const [user, product, date, hours, tokens] = row as readonly [string, string, number, number, number];
      appender.appendVarchar(user);
      appender.appendVarchar(product);
      appender.appendInteger(date);
      appender.appendDouble(hours);
      appender.appendDouble(tokens);
      appender.endRow();
    }
  }
  appender.closeSync();
  const rows = (await connection.runAndReadAll(TOTALS)).getRows();
  connection.closeSync();
  instance.closeSync();
  return answerOf(rows);
}

/** DuckDB alone over the CSV file. */
export async function duckdbCsv(path: string): Promise<Answer> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(
    `CREATE VIEW usage AS SELECT "User" AS person, "Product" AS product, "Hours" AS hours, "Tokens" AS tokens FROM read_csv('${path.replaceAll("'", "''")}')`,
  );
  const rows = (await connection.runAndReadAll(TOTALS)).getRows();
  connection.closeSync();
  instance.closeSync();
  return answerOf(rows);
}

function answerOf(rows: readonly (readonly unknown[])[]): Answer {
  const [people, used, tokens] = rows[0] as readonly [number, number, number];
  return { people, used, tokens };
}
