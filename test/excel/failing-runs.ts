/** Makes a command fail and be cancelled at every moment, and looks whether the workbook is as it was. */
import { ExcelFailure } from '../../src/excel/host/failure';
import type { LoadedHost } from '../office/load';
import { dump, sheetNames } from './workbook';

export interface Command {
  readonly run: (signal?: AbortSignal) => Promise<unknown>;
  readonly prepare: () => Promise<LoadedHost>;
  /** What a run that was not undone must have left. */
  readonly finished: (loaded: LoadedHost, result: unknown) => void;
  /** What every run of it calls while it fills a sheet; charts where not given. */
  readonly fills?: string;
  /** What undoing it calls; the deletion of a sheet where not given. */
  readonly undoes?: string;
}

async function syncsOf({ prepare, run }: Command): Promise<number> {
  const { host } = await prepare();
  const before = host.syncs;
  await run();
  return host.syncs - before;
}

const FAULTS = ['before', 'after-some', 'after'] as const;

/** The tests of one command in one state of the workbook; inside a `describe`. */
export function testFailures(command: Command): void {
  const { prepare, run, finished } = command;
  test.each(FAULTS)(
    'at any sync (%s) leaves the workbook as it was and says so, or has finished',
    async (when) => {
      const syncs = await syncsOf(command);
      expect(syncs).toBeGreaterThan(5);
      let failures = 0;
      for (let k = 1; k <= syncs; k += 1) {
        const loaded = await prepare();
        const before = dump(loaded.host);
        loaded.host.failSync(k, { code: 'GeneralException', when });
        const result = await run().catch((error: unknown) => error);
        loaded.host.clearFaults();
        if (result instanceof ExcelFailure) {
          failures += 1;
          expect({ k, message: result.message }).toEqual({
            k,
            message: expect.stringContaining('The workbook is as it was before.'),
          });
          expect(result.untouched).toBe(true);
          expect({ k, dump: dump(loaded.host) }).toEqual({ k, dump: before });
        } else {
          // Only what comes after the new sheets stand complete, or what is optional, may fail without undoing them.
          expect({ k, sheets: sheetNames(loaded) }).toEqual({
            k,
            sheets: expect.not.arrayContaining([expect.stringMatching(/\((new|old)\)$/)]),
          });
          finished(loaded, result);
        }
      }
      expect(failures).toBeGreaterThanOrEqual(syncs - 4);
    },
    600_000,
  );

  test('because the answer never comes back while it is being undone, too, says what to check', async () => {
    const loaded = await prepare();
    loaded.host.failMember(command.fills ?? 'ChartCollection.add', { code: 'InvalidArgument' });
    loaded.host.failMember(command.undoes ?? 'Worksheet.delete', { code: 'GeneralException', times: 20 });
    const failure = await run().catch((error: unknown) => error);
    expect(failure).toMatchObject({
      untouched: false,
      message: expect.stringContaining('Check the sheets whose names start with "Flex"'),
    });
  }, 20_000);

  test('because the user cancels, at whichever moment, leaves the workbook as it was and says so', async () => {
    const syncs = await syncsOf(command);
    let cancelled = 0;
    for (let k = 1; k <= syncs; k += 1) {
      const loaded = await prepare();
      const before = dump(loaded.host);
      const controller = new AbortController();
      const stopAt = loaded.host.syncs + k;
      const execute = loaded.host.execute.bind(loaded.host);
      loaded.host.execute = async (...args) => {
        const answer = await execute(...args);
        if (loaded.host.syncs >= stopAt) controller.abort();
        return answer;
      };
      const result = await run(controller.signal).catch((error: unknown) => error);
      if (!(result instanceof ExcelFailure)) continue;
      cancelled += 1;
      expect(result).toMatchObject({
        code: 'Cancelled',
        untouched: true,
        message: 'Cancelled. The workbook is as it was before.',
      });
      expect({ k, dump: dump(loaded.host) }).toEqual({ k, dump: before });
    }
    expect(cancelled).toBeGreaterThanOrEqual(syncs - 4);
  }, 600_000);
}
