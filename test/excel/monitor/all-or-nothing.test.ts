import type { LoadedHost } from '../../office/load';
import { testFailures, type Command } from '../failing-runs';
import {
  appendOf,
  dailyUsage,
  EXPORT,
  monitorOf,
  monitorWorkbook,
  PACK,
  previewOf,
  putExport,
} from './workbook';
import { typeNamed, typeRow } from '../pool/workbook';
import { fill, OCTOBER, tableRows } from '../workbook';

/** Few rows: a block of more than a hundred is read again in halves where Excel refuses it, and would hide a failure. */
async function toBeReviewed(): Promise<LoadedHost> {
  const loaded = await monitorWorkbook(dailyUsage(14));
  // A short term: every day of it is a row of the burn-down, and is written again for every failure.
  typeRow(loaded, 'FlexPacks', 0, { ...PACK, Quantity: 250, Start: OCTOBER - 5, Expiry: OCTOBER + 25 });
  return loaded;
}

/** What a user of the sheets has typed: a pack more, a threshold, an owner, a day off, a formula over the result. */
async function reviewedOnce(): Promise<LoadedHost> {
  const loaded = await toBeReviewed();
  await monitorOf();
  typeRow(loaded, 'FlexPacks', 1, {
    Pack: 'Order 2',
    Quantity: 70,
    Price: 0.25,
    Start: OCTOBER - 3,
    Expiry: OCTOBER + 25,
  });
  typeRow(loaded, 'FlexHolidays', 0, { Date: OCTOBER + 20 });
  typeRow(loaded, 'FlexAlertRegister', 0, { State: 'acknowledged', Owner: 'dora@x.org' });
  typeNamed(loaded, 'Flex_MonitorReview', 0.4);
  fill(loaded, 'Mine', [['=SUM(FlexLots[Balance])', "='Flex Monitor'!B8+Flex_MonitorBalance"]]);
  return loaded;
}

const REVIEW: Omit<Command, 'prepare'> = {
  run: (signal) => monitorOf(signal === undefined ? {} : { signal }),
  finished: (loaded, result) => {
    expect(result).toMatchObject({ people: 2 });
    expect(tableRows(loaded, 'FlexPacks')[0]).toMatchObject({ Quantity: 250 });
    expect(tableRows(loaded, 'FlexAlertRegister').length).toBeGreaterThan(0);
  },
};

/** An export of which half is in the history already. */
async function toBeAppended(): Promise<LoadedHost> {
  const loaded = await monitorWorkbook(dailyUsage(5));
  putExport(loaded, dailyUsage(7, OCTOBER - 3));
  await appendOf((await previewOf()).fingerprint);
  putExport(loaded, dailyUsage(7));
  return loaded;
}

const agreed = new WeakMap<LoadedHost, string>();
let current: LoadedHost | null = null;

const APPEND: Command = {
  prepare: async () => {
    current = await toBeAppended();
    agreed.set(current, (await previewOf()).fingerprint);
    return current;
  },
  run: (signal) => appendOf(agreed.get(current!) ?? '', EXPORT, signal),
  finished: (loaded, result) => {
    expect(result).toMatchObject({ preview: { changed: 0 } });
    expect(tableRows(loaded, 'FlexUsage')).toHaveLength((result as { rows: number }).rows);
  },
};

const STATES: readonly (readonly [string, Command])[] = [
  ['a first review', { ...REVIEW, prepare: toBeReviewed }],
  ['a review run again', { ...REVIEW, prepare: reviewedOnce }],
  ['an append', APPEND],
];

describe.each(STATES)('%s that fails', (_, command) => {
  testFailures(command);
});
