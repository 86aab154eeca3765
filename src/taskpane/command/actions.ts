import type { CommandKey, Commands, PaneServices } from '../../excel/contract/pane';
import type { CommandServices, Inspection } from '../../excel/contract/services';
import { isCancelled, toFailure } from '../pane/failure';
import { announcedSource } from '../data/source-preference';
import { commandOf, COMMAND_KEYS, isRunning, reduce, told, type Insertion } from '../pane/state';
import type { Wiring } from './wiring';

/** The settings of a command alone. */
export type OwnSettings<K extends CommandKey> =
  Commands[K] extends CommandServices<infer Own, infer _Look, infer _Outcome> ? Own : never;

/** What every step with a command can ask for. */
export interface CommandActions<Own> {
  change(change: Partial<Own>, announcement?: string): void;
  run(): void;
  /** Leaves the result and prepares another run. */
  clear(): void;
}

export type AllCommandActions = { readonly [K in CommandKey]: CommandActions<OwnSettings<K>> };

const LAST = 'The state of the last runs could not be read. Close the pane and open it again.';

export function allCommandActions(services: PaneServices, wiring: Wiring): AllCommandActions {
  const actions = COMMAND_KEYS.map((key) => [key, commandActions(key, services, wiring)] as const);
  return Object.fromEntries(actions) as unknown as AllCommandActions;
}

function commandActions(
  key: CommandKey,
  services: PaneServices,
  { reader, dispatch, latest, running, now }: Wiring,
): CommandActions<object> {
  // What a command takes and gives goes together by its key alone.
  const asked = services.commands[key] as CommandServices<unknown, unknown, unknown>;
  const { attempt, relist } = reader;

  const begin = async (read: Inspection, inspection: unknown): Promise<void> => {
    const { source, settings } = latest.current;
    const { words, state } = commandOf(latest.current, key);
    if (source === null || settings === null || state.settings === null) return;
    const control = new AbortController();
    running.current = control;
    dispatch(told(key, { type: 'runStarted', at: now() }));
    try {
      const outcome = await asked.run(
        announcedSource(source, read),
        settings,
        state.settings,
        (progress) => dispatch(told(key, { type: 'runProgressed', progress, at: now() })),
        control.signal,
      );
      dispatch(told(key, { type: 'runDone', outcome, inspection, read }));
    } catch (thrown) {
      const failure = toFailure(thrown, words.fallbacks.run);
      if (isCancelled(thrown)) dispatch(told(key, { type: 'runCancelled', untouched: failure.untouched }));
      else dispatch(told(key, { type: 'runFailed', failure }));
    }
    await attempt(() => reader.afterRun(key), LAST);
  };

  return {
    change: (change, announcement) => {
      const before = commandOf(latest.current, key).state.settings;
      if (before === null) return;
      const settings = { ...before, ...change };
      const changed = told(key, {
        type: 'settingsChanged',
        settings,
        ...(announcement === undefined ? {} : { announcement }),
      });
      // Another change may come before the pane is drawn: it must find this one.
      latest.current = reduce(latest.current, changed);
      dispatch(changed);
      void attempt(
        () => asked.save(settings),
        'The settings could not be kept in the workbook. They hold until the pane is closed.',
      );
    },
    run: () => {
      const { inspection: read } = latest.current;
      const { found } = commandOf(latest.current, key);
      if (read === null || found === null || isRunning(latest.current)) return;
      void begin(read, found);
    },
    clear: () => {
      dispatch(told(key, { type: 'runCleared' }));
      void attempt(relist, 'The workbook could not be read. Try again.');
    },
  };
}

/** Inserts a sheet that a step reads, tells of it and leads to the cells to fill in. */
export function insertSheet(
  key: CommandKey,
  what: Insertion,
  services: Pick<PaneServices, 'select'>,
  { reader, dispatch }: Wiring,
  write: () => Promise<{ readonly address: string; readonly announcement: string }>,
  fallback: string,
): void {
  dispatch({ type: 'insertStarted', what });
  void reader.attempt(async () => {
    const { address, announcement } = await write();
    dispatch({ type: 'insertDone', announcement });
    dispatch(told(key, { type: 'refreshed' }));
    await services.select(address);
  }, fallback);
}
