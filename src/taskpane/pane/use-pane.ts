import { useEffect, useMemo, useReducer, useRef } from 'react';
import type { UsageField } from '../../engine/usage/types';
import type { PaneServices } from '../../excel/contract/pane';
import type { SegmentSettings, SourceChoice } from '../../excel/contract/services';
import { allCommandActions, type AllCommandActions } from '../command/actions';
import { useLook } from '../command/use-look';
import type { Wiring } from '../command/wiring';
import { preferredSource } from '../data/source-preference';
import { ASIDES } from './asides';
import { toFailure } from './failure';
import { COMMAND_KEYS, initialState, reduce, type PaneState, type Step } from './state';
import { stepActions, type StepActions } from './step-actions';
import { useReader } from './use-reader';
import { useRibbonRuns, type RibbonFeed } from './use-ribbon-runs';
import { QUIET_REREAD_ROWS, useWorkbookWatch } from './use-workbook-watch';

const monotonic = (): number => performance.now();

/** What a view can ask for. */
export interface PaneActions extends StepActions, AllCommandActions {
  pickStep(step: Step): void;
  chooseSource(source: SourceChoice): void;
  changeSettings(change: Partial<SegmentSettings>, announcement?: string): void;
  assignColumn(index: number, field: UsageField | null): void;
  checkField(field: string, valid: boolean): void;
  readAgain(): void;
  cancel(): void;
  insertSample(): void;
  insertRates(card: string, replace: boolean): void;
  /** Fills the rates that the usage teaches into Flex Rates. */
  useLearntRates(): void;
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
  const wiring = useMemo<Wiring>(() => ({ reader, dispatch, latest, running, now }), [reader, now]);
  useLook(services, state, dispatch);

  useEffect(() => {
    let gone = false;
    const start = async (): Promise<void> => {
      try {
        // What a step shows beside its command is told when it cannot be read, but must not keep the pane from opening.
        const asides = Promise.allSettled(ASIDES.map((aside) => aside.read(services, false)));
        const [sources, settings, cards] = await Promise.all([
          services.sources(),
          services.settings(),
          services.cards(),
        ]);
        const seen = await asides;
        if (gone) return;
        await reader.seeSettings(COMMAND_KEYS);
        const source = preferredSource(sources);
        dispatch({ type: 'started', sources, source, settings, cards });
        seen.forEach((each, index) => {
          if (each.status === 'fulfilled') return dispatch(each.value);
          const fallback = ASIDES[index]?.fallback ?? '';
          dispatch({ type: 'failed', failure: toFailure(each.reason, fallback) });
        });
        // Together: what is read for one is known to the other.
        const read = source === null ? undefined : reader.read(source, settings);
        await Promise.all([read, reader.seeLastRuns()]);
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
    const readAgain = (): void => void attempt(reader.relist, 'The workbook could not be read. Try again.');
    const choose = (source: SourceChoice): void => {
      dispatch({ type: 'sourceChosen', source });
      latest.current = { ...latest.current, source };
      // Column choices are positions in one range: they mean nothing in another.
      change({ columns: {} });
    };
    return {
      ...stepActions(services, wiring),
      ...allCommandActions(services, wiring),
      pickStep: (step) => {
        const { dataChanged, inspection } = latest.current;
        dispatch({ type: 'stepPicked', step });
        if (dataChanged && inspection !== null && inspection.rows <= QUIET_REREAD_ROWS) readAgain();
      },
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
      readAgain,
      cancel: () => {
        dispatch({ type: 'cancelAsked' });
        running.current?.abort();
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
      useLearntRates: () => {
        const { source, settings } = latest.current;
        if (source === null || settings === null) return;
        dispatch({ type: 'insertStarted', what: 'rates' });
        void attempt(async () => {
          const { signal } = new AbortController();
          const done = await services.useLearntRates(source, settings, () => undefined, signal);
          const missing =
            done.notOnSheet.length === 0
              ? ''
              : ` ${done.notOnSheet.join(', ')} ${done.notOnSheet.length === 1 ? 'has' : 'have'} no row there: type the name below the table and use the rates again.`;
          dispatch({
            type: 'insertDone',
            announcement: `${done.sheet}: rates of ${done.filled.join(', ') || 'no product'} filled in.${missing}`,
          });
          const { sources } = latest.current;
          dispatch({ type: 'workbookListed', sources, cards: await services.cards() });
          change({ card: done.sheet });
        }, 'The rates could not be filled in. Try again.');
      },
      select: (address) =>
        void attempt(
          () => services.select(address),
          `The cells ${address} could not be selected. The sheet may have been renamed or deleted.`,
        ),
      clearFailure: () => dispatch({ type: 'failureCleared' }),
    };
  }, [services, reader, wiring]);

  return [state, actions];
}
