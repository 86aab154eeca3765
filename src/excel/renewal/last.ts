/** State of the last renewal: stale when its usage, quotes or seats read otherwise now. */
import { SHEETS } from '../../report/model/sheet-names';
import { lastRunOf, type LastRun } from '../runs/last-run';
import { listsFingerprint } from '../portfolio/lists';
import { quotesFingerprint } from './quotes';
import { readRecord } from '../runs/record';

export const QUOTES_KEY = 'FlexGovernorQuotes';
/** Fingerprint of seats, subscriptions and pins. */
export const SEATS_KEY = 'FlexGovernorLists';

/** Null when nothing has been prepared, or our sheet was deleted. */
export async function lastRenewal(context: Excel.RequestContext): Promise<LastRun | null> {
  const run = await lastRunOf(context, SHEETS.renewal);
  if (run === null || run.stale) return run;
  const record = await readRecord(context, SHEETS.renewal.name, [QUOTES_KEY, SEATS_KEY]);
  const same =
    record[QUOTES_KEY] === (await quotesFingerprint(context)) &&
    record[SEATS_KEY] === (await listsFingerprint(context));
  return { ...run, stale: !same };
}
