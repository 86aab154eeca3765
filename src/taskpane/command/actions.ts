import type { Inspection } from '../../excel/contract/services';
import { isCancelled, toFailure } from '../pane/failure';
import { announcedSource } from '../data/source-preference';
import { isRunning, reduce, type Insertion } from '../pane/state';
import type { Command } from './command';
import type { Wiring } from './wiring';

/** What every step with a command can ask for. */
export interface CommandActions<Settings> {
  change(change: Partial<Settings>, announcement?: string): void;
  run(): void;
  /** Leaves the result and prepares another run. */
  clear(): void;
  /** Inserts a sheet that the step reads, tells of it and leads to the cells to fill in. */
  insert(
    what: Insertion,
    write: () => Promise<{ readonly address: string; readonly announcement: string }>,
    fallback: string,
  ): void;
}

/** The actions of a command. @param select leads to cells of the workbook */
export function commandActions<Settings, Found, Outcome>(
  command: Command<Settings, Found, Outcome>,
  { reader, dispatch, latest, running, now }: Wiring,
  select: (address: string) => Promise<void>,
): CommandActions<Settings> {
  const { attempt, relist } = reader;

  const begin = async (read: Inspection, inspection: Found): Promise<void> => {
    const { source, settings } = latest.current;
    const own = command.of(latest.current).settings;
    if (source === null || settings === null || own === null) return;
    const control = new AbortController();
    running.current = control;
    dispatch(command.told({ type: 'runStarted', at: now() }));
    try {
      const outcome = await command.run(
        announcedSource(source, read),
        settings,
        own,
        (progress) => dispatch(command.told({ type: 'runProgressed', progress, at: now() })),
        control.signal,
      );
      dispatch(command.told({ type: 'runDone', outcome, inspection, read }));
    } catch (thrown) {
      const failure = toFailure(thrown, command.fallbacks.run);
      if (isCancelled(thrown)) dispatch(command.told({ type: 'runCancelled', untouched: failure.untouched }));
      else dispatch(command.told({ type: 'runFailed', failure }));
    }
    await attempt(async () => {
      dispatch(command.told({ type: 'lastSeen', last: await command.last() }));
      if (command.beside !== undefined) dispatch(await command.beside());
    }, command.fallbacks.last);
  };

  return {
    change: (change, announcement) => {
      const before = command.of(latest.current).settings;
      if (before === null) return;
      const settings = { ...before, ...change };
      const changed = command.told({
        type: 'settingsChanged',
        settings,
        ...(announcement === undefined ? {} : { announcement }),
      });
      // Another change may come before the pane is drawn: it must find this one.
      latest.current = reduce(latest.current, changed);
      dispatch(changed);
      void attempt(
        () => command.save(settings),
        'The settings could not be kept in the workbook. They hold until the pane is closed.',
      );
    },
    run: () => {
      const { inspection: read } = latest.current;
      const { inspection } = command.of(latest.current);
      if (read === null || inspection === null || isRunning(latest.current)) return;
      void begin(read, inspection);
    },
    clear: () => {
      dispatch(command.told({ type: 'runCleared' }));
      void attempt(relist, 'The workbook could not be read. Try again.');
    },
    insert: (what, write, fallback) => {
      dispatch({ type: 'insertStarted', what });
      void attempt(async () => {
        const { address, announcement } = await write();
        dispatch({ type: 'insertDone', announcement });
        dispatch(command.told({ type: 'refreshed' }));
        await select(address);
      }, fallback);
    },
  };
}
