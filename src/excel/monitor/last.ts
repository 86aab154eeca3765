/** The state of the last review: it is out of date once its usage, the user's tables, the plan, or who is on Flex has changed. */
import { SHEETS } from '../../report/model/sheet-names';
import { PLAN_KEY, SEGMENTATION_KEY } from '../pool/last';
import { lastRunOf, type LastRun } from '../runs/last-run';
import { readTypedTables } from './ledger/cells';
import { tablesFingerprint, USER_TABLE_PLACES } from './ledger/tables';
import { planFingerprint, readPlanRange } from '../population/plan';
import { countsOthers } from '../population/population';
import { readRecord } from '../runs/record';

/** Fingerprint of packs, transfers, adjustments, shown balances, budgets, days off and spare seats. */
export const USER_TABLES_KEY = 'FlexGovernorUserTables';

/** Null when nothing has been reviewed, or our sheet was deleted. */
export async function lastMonitor(context: Excel.RequestContext): Promise<LastRun | null> {
  const run = await lastRunOf(context, SHEETS.monitor);
  if (run === null || run.stale) return run;
  const record = await readRecord(context, SHEETS.monitor.name, [
    USER_TABLES_KEY,
    PLAN_KEY,
    SEGMENTATION_KEY,
  ]);
  const tables = await readTypedTables(context, USER_TABLE_PLACES);
  if (record[USER_TABLES_KEY] !== tablesFingerprint(tables)) return { ...run, stale: true };
  const plan = planFingerprint(await readPlanRange(context, {})) || 'none';
  if (record[PLAN_KEY] !== plan) return { ...run, stale: true };
  return { ...run, stale: await countsOthers(context, record[SEGMENTATION_KEY]) };
}
