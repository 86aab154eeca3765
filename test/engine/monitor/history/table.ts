import { historyFields, type History } from '../../../../src/engine/monitor';
import type { RawCell } from '../../../../src/engine/usage';

/**
 * A history as a usage range: a header row, then its rows by date, user and product. `readUsage` with the same card reads it back to the
 * same history (pass `daily` to `historyOf` then).
 */
export function historyTable(history: History): readonly (readonly RawCell[])[] {
  const fields = historyFields(history);
  const table: RawCell[][] = [fields.map(({ header }) => header)];
  for (let row = 0; row < history.rows; row++) table.push(fields.map(({ cell }) => cell(row)));
  return table;
}
