/** State of the last check: stale when its usage, seats or people read otherwise now. */
import { SHEETS } from '../../report/model/sheet-names';
import { complianceListsFingerprint } from './lists';
import { lastRunOf, type LastRun } from '../runs/last-run';
import { readRecord } from '../runs/record';

/** Fingerprint of the user's seats and people; 'none' where the check was made without. */
export const COMPLIANCE_LISTS_KEY = 'FlexGovernorComplianceLists';

/** Null when nothing has been checked, or our sheet was deleted. */
export async function lastCompliance(context: Excel.RequestContext): Promise<LastRun | null> {
  const run = await lastRunOf(context, SHEETS.compliance);
  if (run === null || run.stale) return run;
  const record = await readRecord(context, SHEETS.compliance.name, [COMPLIANCE_LISTS_KEY]);
  return { ...run, stale: record[COMPLIANCE_LISTS_KEY] !== (await complianceListsFingerprint(context)) };
}
