/** State of the last portfolio: stale when its usage, seats, subscriptions or pins read otherwise now. */
import { SHEETS } from '../../report/model/sheet-names';
import { lastRunOf, type KnownInput, type LastRun } from '../runs/last-run';
import { listsFingerprint } from './lists';
import { readRecord } from '../runs/record';

/** Fingerprint of the user's seats, subscriptions and pins; 'none' where it was made without. */
export const LISTS_KEY = 'FlexGovernorLists';

/** Null when no portfolio has been built, or our sheet was deleted. */
export async function lastPortfolio(
  context: Excel.RequestContext,
  known?: KnownInput,
): Promise<LastRun | null> {
  const run = await lastRunOf(context, SHEETS.portfolio, known);
  if (run === null || run.stale) return run;
  const record = await readRecord(context, SHEETS.portfolio.name, [LISTS_KEY]);
  return { ...run, stale: record[LISTS_KEY] !== (await listsFingerprint(context)) };
}
