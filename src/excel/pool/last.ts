/** The state of the last sizing: it is out of date once its usage, the plan, or who is on Flex has changed. */
import { SHEETS } from '../../report/model/sheet-names';
import { lastRunOf, type LastRun } from '../runs/last-run';
import { planFingerprint, readPlanRange } from '../population/plan';
import { countsOthers } from '../population/population';
import { readRecord } from '../runs/record';

/** Fingerprints of what else a sizing was made from; 'none' where it was made without. */
export const PLAN_KEY = 'FlexGovernorPlan';
export const SEGMENTATION_KEY = 'FlexGovernorSegmentation';

/** Null when nothing has been sized, or our sheet was deleted. */
export async function lastPool(context: Excel.RequestContext): Promise<LastRun | null> {
  const run = await lastRunOf(context, SHEETS.pool);
  if (run === null || run.stale) return run;
  const record = await readRecord(context, SHEETS.pool.name, [PLAN_KEY, SEGMENTATION_KEY]);
  const plan = planFingerprint(await readPlanRange(context, {})) || 'none';
  if (record[PLAN_KEY] !== plan) return { ...run, stale: true };
  return { ...run, stale: await countsOthers(context, record[SEGMENTATION_KEY]) };
}
