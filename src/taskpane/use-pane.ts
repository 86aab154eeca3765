import { useCallback, useEffect, useMemo, useReducer, useRef } from 'react';
import type { UsageField } from '../engine/usage/types';
import type { PaneServices, SegmentSettings, SourceChoice } from '../excel/services';
import { isCancelled, toFailure } from './failure';
import { preferredSource, sourceKey } from './source-preference';
import { initialState, reduce, type PaneState, type Step } from './state';

/** Up to this size a changed range is read again by itself; above it the user decides when. */
const QUIET_REREAD_ROWS = 20_000;
const SETTLE_MS = 500;

const monotonic = (): number => performance.now();

/** What a view can ask for. */
export interface PaneActions {
  pickStep(step: Step): void;
  chooseSource(source: SourceChoice): void;
  changeSettings(change: Partial<SegmentSettings>, announcement?: string): void;
  assignColumn(index: number, field: UsageField | null): void;
  checkField(field: string, valid: boolean): void;
  readAgain(): void;
  run(): void;
  cancel(): void;
  clearRun(): void;
  insertSample(): void;
  insertRates(card: string, replace: boolean): void;
  select(address: string): void;
  clearFailure(): void;
}

/**
 * Connects the pane's state to the workbook's services. Every failure ends up in the state as a sentence; a reading
 * that was overtaken by a newer one is aborted and its answer ignored. `now` is a monotonic clock in milliseconds.
 */
export function usePane(
  services: PaneServices,
  now: () => number = monotonic,
): readonly [PaneState, PaneActions] {
  const [state, dispatch] = useReducer(reduce, initialState);
  const latest = useRef(state);
  latest.current = state;
  const reading = useRef<AbortController | null>(null);
  const running = useRef<AbortController | null>(null);

  const read = useCallback(
    async (source: SourceChoice, settings: SegmentSettings): Promise<void> => {
      reading.current?.abort();
      const control = new AbortController();
      reading.current = control;
      dispatch({ type: 'readStarted' });
      try {
        const inspection = await services.inspect(
          source,
          settings,
          (progress) => {
            if (!control.signal.aborted) dispatch({ type: 'readProgressed', progress });
          },
          control.signal,
        );
        if (!control.signal.aborted) dispatch({ type: 'readDone', inspection });
      } catch (thrown) {
        if (reading.current !== control) return;
        if (isCancelled(thrown)) dispatch({ type: 'readCancelled' });
        else {
          const fallback = 'The usage could not be read. Check the range, then read again.';
          dispatch({ type: 'readFailed', failure: toFailure(thrown, fallback) });
        }
      }
    },
    [services],
  );

  const attempt = useCallback(async (work: () => Promise<void>, fallback: string): Promise<void> => {
    try {
      await work();
    } catch (thrown) {
      dispatch({ type: 'failed', failure: toFailure(thrown, fallback) });
    }
  }, []);

  const relist = useCallback(async (): Promise<void> => {
    const [sources, cards, lastRun] = await Promise.all([
      services.sources(),
      services.cards(),
      services.lastRun(),
    ]);
    dispatch({ type: 'workbookListed', sources, cards });
    dispatch({ type: 'lastRunSeen', lastRun });
    const { source, settings } = latest.current;
    const still = sources.some((option) => source !== null && sourceKey(option.choice) === sourceKey(source));
    const next = still && source !== null ? source : preferredSource(sources);
    if (next === null || settings === null) return;
    if (!still) dispatch({ type: 'sourceChosen', source: next });
    await read(next, settings);
  }, [services, read]);

  useEffect(() => {
    let gone = false;
    const start = async (): Promise<void> => {
      try {
        const [sources, settings, cards, lastRun] = await Promise.all([
          services.sources(),
          services.settings(),
          services.cards(),
          services.lastRun(),
        ]);
        if (gone) return;
        const source = preferredSource(sources);
        dispatch({ type: 'started', sources, source, settings, cards, lastRun });
        if (source !== null) await read(source, settings);
      } catch (thrown) {
        const fallback = 'The workbook could not be read. Close the pane and open it again.';
        if (!gone) dispatch({ type: 'startFailed', failure: toFailure(thrown, fallback) });
      }
    };
    void start();
    return () => {
      gone = true;
      reading.current?.abort();
    };
  }, [services, read]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let waiting: 'selection' | 'data' | 'sheets' = 'selection';
    const settle = (): void => {
      const { run, source, settings, inspection, inserting } = latest.current;
      if (run.kind === 'running' || inserting !== null || settings === null) return;
      const what = waiting;
      waiting = 'selection';
      const failed = 'The workbook changed and could not be read. Read again.';
      if (what === 'sheets' || source === null) void attempt(relist, failed);
      else if (what === 'data') {
        void attempt(
          async () => dispatch({ type: 'lastRunSeen', lastRun: await services.lastRun() }),
          failed,
        );
        if (inspection !== null && inspection.rows > QUIET_REREAD_ROWS) dispatch({ type: 'dataChanged' });
        else void read(source, settings);
      } else if (source.kind === 'selection') void read(source, settings);
    };
    const unsubscribe = services.onWorkbookChange((what) => {
      const rank = { selection: 0, data: 1, sheets: 2 };
      if (rank[what] > rank[waiting]) waiting = what;
      clearTimeout(timer);
      timer = setTimeout(settle, SETTLE_MS);
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [services, read, relist, attempt]);

  const actions = useMemo<PaneActions>(() => {
    const change = (part: Partial<SegmentSettings>, announcement?: string): void => {
      const { settings, source } = latest.current;
      if (settings === null) return;
      const next = { ...settings, ...part };
      latest.current = { ...latest.current, settings: next };
      dispatch({
        type: 'settingsChanged',
        settings: next,
        ...(announcement === undefined ? {} : { announcement }),
      });
      void attempt(
        () => services.saveSettings(next),
        'The settings could not be kept in the workbook. They hold until the pane is closed.',
      );
      if (source !== null) void read(source, next);
    };
    return {
      pickStep: (step) => dispatch({ type: 'stepPicked', step }),
      chooseSource: (source) => {
        dispatch({ type: 'sourceChosen', source });
        latest.current = { ...latest.current, source };
        // Column choices are positions in one range: they mean nothing in another.
        change({ columns: {} });
      },
      changeSettings: change,
      assignColumn: (index, field) => {
        const { settings, inspection } = latest.current;
        if (settings === null) return;
        const holder = inspection?.columns.find(
          (column) => field !== null && column.field === field && column.index !== index,
        );
        const freed = holder === undefined ? {} : { [holder.index]: null };
        change(
          { columns: { ...settings.columns, ...freed, [index]: field } },
          holder === undefined ? undefined : `Column ${holder.header} is no longer used.`,
        );
      },
      checkField: (field, valid) => dispatch({ type: 'fieldChecked', field, valid }),
      readAgain: () => void attempt(relist, 'The workbook could not be read. Try again.'),
      run: () => {
        const { source, settings, inspection, run } = latest.current;
        if (source === null || settings === null || inspection === null || run.kind === 'running') return;
        const control = new AbortController();
        running.current = control;
        dispatch({ type: 'runStarted', at: now() });
        const segment = async (): Promise<void> => {
          try {
            const outcome = await services.segment(
              source,
              settings,
              (progress) => dispatch({ type: 'runProgressed', progress, at: now() }),
              control.signal,
            );
            dispatch({ type: 'runDone', outcome, inspection });
          } catch (thrown) {
            const failure = toFailure(
              thrown,
              'Segmenting stopped. Look at the Flex sheets before you run it again.',
            );
            if (isCancelled(thrown)) dispatch({ type: 'runCancelled', untouched: failure.untouched });
            else dispatch({ type: 'runFailed', failure });
          }
          await attempt(
            async () => dispatch({ type: 'lastRunSeen', lastRun: await services.lastRun() }),
            'The state of the last run could not be read. Close the pane and open it again.',
          );
        };
        void segment();
      },
      cancel: () => {
        dispatch({ type: 'cancelAsked' });
        running.current?.abort();
      },
      clearRun: () => {
        dispatch({ type: 'runCleared' });
        const { source, settings } = latest.current;
        if (source !== null && settings !== null) void read(source, settings);
      },
      insertSample: () => {
        dispatch({ type: 'insertStarted', what: 'sample' });
        void attempt(async () => {
          const { sheet } = await services.insertSample();
          dispatch({ type: 'insertDone', announcement: `Sample data inserted in sheet ${sheet}.` });
          const sources = await services.sources();
          const inserted = sources.find(
            (option) => option.choice.kind !== 'selection' && option.choice.name === sheet,
          );
          dispatch({ type: 'workbookListed', sources, cards: latest.current.cards });
          const source = inserted?.choice ?? preferredSource(sources);
          if (source === null) return;
          dispatch({ type: 'sourceChosen', source });
          latest.current = { ...latest.current, source };
          change({ columns: {} });
        }, 'The sample data could not be inserted. Try again.');
      },
      insertRates: (card, replace) => {
        dispatch({ type: 'insertStarted', what: 'rates' });
        void attempt(async () => {
          const { sheet, address } = await services.insertRates(card, replace);
          dispatch({
            type: 'insertDone',
            announcement: `${sheet} inserted. Every command uses it from now on.`,
          });
          await services.select(address);
          dispatch({
            type: 'workbookListed',
            sources: latest.current.sources,
            cards: await services.cards(),
          });
          change({ card: sheet });
        }, 'The rate card could not be inserted. Try again.');
      },
      select: (address) =>
        void attempt(
          () => services.select(address),
          `The cells ${address} could not be selected. The sheet may have been renamed or deleted.`,
        ),
      clearFailure: () => dispatch({ type: 'failureCleared' }),
    };
  }, [services, read, relist, attempt, now]);

  return [state, actions];
}
