/** Posts what a reconciliation left unexplained: one more row in the user's adjustments on `Flex Pool Ledger`. */
import { FlexError } from '../../../engine/errors';
import { adjustmentFor } from '../../../engine/monitor';
import type { Adjustment, Reconciliation } from '../../../engine/monitor/ledger/types';
import { formatNumber, isoDate } from '../../../engine/numeric';
import type { RawCell } from '../../../engine/usage/types';
import { sheetAddress } from '../../../report/model/address';
import { SHEETS, TABLES } from '../../../report/model/sheet-names';
import { teamName } from '../../../report/monitor/words';
import { ExcelFailure } from '../../host/failure';
import { readTypedTables, type TypedTable } from './cells';
import { LEDGER as LEDGER_INPUT, LISTS, USER_TABLE_PLACES } from './tables';
import { sheetStates } from '../../host/own-sheets';
import { isBlankCell } from '../../host/own-tables';
import { fingerprints } from '../../runs/input';
import { readRecord, recordedInputs, RUN_KEYS } from '../../runs/record';
import { entryOf, type Entry } from '../../host/sheet-cells';

const LEDGER = SHEETS.ledger.name;
const RECONCILIATION = { sheet: SHEETS.ledger, table: TABLES.reconciliation };
/** Less than this is the noise of adding fractions. */
const NOTHING = 1e-6;

/**
 * Each reconciliation rests on the ledger of the last run, and an adjustment changes all later balances: after one is posted, Monitor runs
 * before the next.
 * @param date whole serial of the shown balance
 * @param team '' = everybody
 * @throws ExcelFailure when the ledger has changed since the last run, or nothing stayed unexplained on that day
 */
export async function postAdjustment(
  context: Excel.RequestContext,
  date: number,
  team: string,
): Promise<{ readonly address: string }> {
  const tables = await readTypedTables(context, [...USER_TABLE_PLACES, RECONCILIATION]);
  await requireUnchanged(context);
  const target = tables.get(TABLES.adjustments);
  const found = reconciliationOf(tables.get(TABLES.reconciliation), date, team);
  if (found === null || target === undefined || Math.abs(found.unexplained) < NOTHING) {
    throw new ExcelFailure(
      'NothingToPost',
      `The last run left nothing unexplained for ${teamName(team)} on ${isoDate(date)}, so there is nothing to post.`,
      true,
    );
  }
  const row = firstBlank(target);
  if (row === null) {
    throw new ExcelFailure(
      'NoRoom',
      `The table ${TABLES.adjustments} on ${LEDGER} has no blank row left. Add a row to it, or run Monitor again, which makes room; then post the adjustment.`,
      true,
    );
  }
  const { sheet, rect } = target;
  const line = { ...rect, row: rect.row + row, rows: 1 };
  context.workbook.worksheets
    .getItem(sheet)
    .getRangeByIndexes(line.row, line.column, 1, line.columns).values = [
    [...entries(target, adjustmentFor(found, row + 1))],
  ];
  await context.sync();
  return { address: sheetAddress(sheet, line) };
}

async function requireUnchanged(context: Excel.RequestContext): Promise<void> {
  const [state] = await sheetStates(context, [SHEETS.monitor.name]);
  const record =
    state?.mark === SHEETS.monitor.mark
      ? (await readRecord(context, SHEETS.monitor.name, [RUN_KEYS.inputs]))[RUN_KEYS.inputs]
      : '';
  const then = recordedInputs(record);
  const now = await fingerprints(context, [LEDGER_INPUT, LISTS]);
  if (Object.entries(now).every(([key, fingerprint]) => then[key] === fingerprint)) return;
  throw new ExcelFailure(
    'LedgerChanged',
    `${LEDGER} has changed since the last run, so what stays unexplained is not known. Run Monitor again, then post the adjustment.`,
    true,
  );
}

/** The row of the last run's reconciliations; null without one of that day and team. */
function reconciliationOf(table: TypedTable | undefined, date: number, team: string): Reconciliation | null {
  if (table === undefined) return null;
  const [header = [], ...body] = table.values;
  const at = (name: string): number => header.findIndex((cell) => cell === name);
  const number = (cells: readonly RawCell[], name: string): number => Number(cells[at(name)] ?? Number.NaN);
  const cells = body.find(
    (row) =>
      typeof row[at('Date')] === 'number' &&
      number(row, 'Date') === date &&
      String(row[at('Team')] ?? '') === teamName(team),
  );
  if (cells === undefined) return null;
  const shown = number(cells, 'Shown');
  const ledger = number(cells, 'Ledger');
  const difference = shown - ledger;
  const unexplained = difference - number(cells, 'Explained');
  if (!Number.isFinite(unexplained)) {
    throw new FlexError(
      'value',
      `The reconciliation of ${isoDate(date)} on ${LEDGER} was changed by hand and cannot be read. Run Monitor again, then post the adjustment.`,
    );
  }
  // Sums of fractions drift in the last digits; tokens are counted to the millionth.
  return {
    date,
    team,
    shown,
    ledger,
    difference,
    explanations: [],
    unexplained: Math.round(unexplained * 1e6) / 1e6,
  };
}

/** The first row of which everything below is blank, counted from the header at 0; null without room. */
function firstBlank({ values }: TypedTable): number | null {
  let row = values.length;
  while (row > 1 && (values[row - 1] ?? []).every(isBlankCell)) row -= 1;
  return row < values.length ? row : null;
}

/** One cell a column of the user's table, found by header. @throws FlexError when a column that must be filled was renamed */
function entries({ values }: TypedTable, adjustment: Adjustment): readonly Entry[] {
  const header = (values[0] ?? []).map((cell) =>
    String(cell ?? '')
      .trim()
      .toLowerCase(),
  );
  const { date, team, tokens, reason } = adjustment;
  const given: Readonly<Record<string, Entry>> = {
    date,
    team: entryOf(team === '' ? null : team),
    tokens,
    reason: entryOf(reason),
  };
  const missing = Object.keys(given).find((name) => given[name] !== '' && !header.includes(name));
  if (missing !== undefined) {
    throw new FlexError(
      'value',
      `The table ${TABLES.adjustments} on ${LEDGER} has no column "${missing.charAt(0).toUpperCase()}${missing.slice(1)}" any more. Name it so again, or enter the ${formatNumber(tokens)} tokens by hand.`,
    );
  }
  return header.map((name) => given[name] ?? '');
}
