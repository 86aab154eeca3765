import { useEffect, useMemo, useReducer, useRef } from 'react';
import type { UsageField } from '../engine/usage/types';
import type { PaneServices, SegmentSettings, SourceChoice } from '../excel/services';
import { isCancelled, toFailure } from './failure';
import { preferredSource } from './source-preference';
import { initialState, reduce, type PaneState, type Step } from './state';
import { useReader } from './use-reader';
import { useRibbonRuns, type RibbonFeed } from './use-ribbon-runs';
import { useWorkbookWatch } from './use-workbook-watch';

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
 * Connects the pane's state to the workbook's services. Every failure ends up in the state as a sentence.
 * @param feed what ribbon commands do, when there is a ribbon
 * @param now a monotonic clock in milliseconds; the same function for the life of the pane
 */
export function usePane(
  services: PaneServices,
  feed?: RibbonFeed,
  now: () => number = monotonic,
): readonly [PaneState, PaneActions] {
  const [state, dispatch] = useReducer(reduce, initialState);
  const latest = useRef(state);
  latest.current = state;
  const running = useRef<AbortController | null>(null);
  const reader = useReader(services, dispatch, latest);
  useWorkbookWatch(services, reader, dispatch, latest);
  useRibbonRuns(feed, services, reader, dispatch, latest, now);

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
        if (source !== null) await reader.read(source, settings);
      } catch (thrown) {
        const fallback = 'The workbook could not be read. Close the pane and open it again.';
        if (!gone) dispatch({ type: 'startFailed', failure: toFailure(thrown, fallback) });
      }
    };
    void start();
    return () => {
      gone = true;
      reader.stop();
    };
  }, [services, reader]);

  const actions = useMemo<PaneActions>(() => {
    const { attempt } = reader;
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
      if (source !== null) void reader.read(source, next);
    };
    const choose = (source: SourceChoice): void => {
      dispatch({ type: 'sourceChosen', source });
      latest.current = { ...latest.current, source };
      // Column choices are positions in one range: they mean nothing in another.
      change({ columns: {} });
    };
    const segment = async (source: SourceChoice, settings: SegmentSettings): Promise<void> => {
      const { inspection } = latest.current;
      if (inspection === null) return;
      // What was announced is what is read, even when the selection has moved on in the meantime.
      const announced = source.kind === 'selection' ? { ...source, address: inspection.address } : source;
      const control = new AbortController();
      running.current = control;
      dispatch({ type: 'runStarted', at: now(), from: 'pane' });
      try {
        const outcome = await services.segment(
          announced,
          settings,
          (progress) => dispatch({ type: 'runProgressed', progress, at: now() }),
          control.signal,
        );
        dispatch({ type: 'runDone', outcome, inspection });
      } catch (thrown) {
        const stopped = 'Segmenting stopped. Look at the Flex sheets before you run it again.';
        const failure = toFailure(thrown, stopped);
        if (isCancelled(thrown)) dispatch({ type: 'runCancelled', untouched: failure.untouched });
        else dispatch({ type: 'runFailed', failure });
      }
      await attempt(
        async () => dispatch({ type: 'lastRunSeen', lastRun: await services.lastRun() }),
        'The state of the last run could not be read. Close the pane and open it again.',
      );
    };
    return {
      pickStep: (step) => dispatch({ type: 'stepPicked', step }),
      chooseSource: choose,
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
      readAgain: () => void attempt(reader.relist, 'The workbook could not be read. Try again.'),
      run: () => {
        const { source, settings, run } = latest.current;
        if (source !== null && settings !== null && run.kind !== 'running') void segment(source, settings);
      },
      cancel: () => {
        dispatch({ type: 'cancelAsked' });
        running.current?.abort();
      },
      clearRun: () => {
        dispatch({ type: 'runCleared' });
        void attempt(reader.relist, 'The workbook could not be read. Try again.');
      },
      insertSample: () => {
        dispatch({ type: 'insertStarted', what: 'sample' });
        void attempt(async () => {
          const { sheet } = await services.insertSample();
          dispatch({ type: 'insertDone', announcement: `Sample data inserted in sheet ${sheet}.` });
          const sources = await services.sources();
          dispatch({ type: 'workbookListed', sources, cards: latest.current.cards });
          const inserted = sources.find(
            (option) => option.choice.kind !== 'selection' && option.choice.name === sheet,
          );
          const source = inserted?.choice ?? preferredSource(sources);
          if (source !== null) choose(source);
        }, 'The sample data could not be inserted. Try again.');
      },
      insertRates: (card, replace) => {
        dispatch({ type: 'insertStarted', what: 'rates' });
        void attempt(async () => {
          const { sheet } = await services.insertRates(card, replace);
          dispatch({
            type: 'insertDone',
            announcement: `${sheet} inserted. Every command uses it from now on.`,
          });
          const { sources } = latest.current;
          dispatch({ type: 'workbookListed', sources, cards: await services.cards() });
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
  }, [services, reader, now]);

  return [state, actions];
}
