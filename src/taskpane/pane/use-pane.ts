import { useEffect, useMemo, useReducer, useRef } from 'react';
import type { UsageField } from '../../engine/usage/types';
import type { AlertsOnSheet } from '../../excel/contract/monitor';
import type { SegmentSettings, SourceChoice } from '../../excel/contract/services';
import { useLook } from '../command/use-look';
import type { Wiring } from '../command/wiring';
import { complianceCommand, useComplianceActions, type ComplianceActions } from '../compliance/use-actions';
import { isCancelled, toFailure } from './failure';
import { useAppendActions, type AppendActions } from '../monitor/append/use-actions';
import { monitorCommand, useMonitorActions, type MonitorActions } from '../monitor/use-actions';
import type { AllServices } from './services';
import { poolCommand, usePoolActions, type PoolActions } from '../pool/use-actions';
import { portfolioCommand, usePortfolioActions, type PortfolioActions } from '../portfolio/use-actions';
import { renewalCommand, useRenewalActions, type RenewalActions } from '../renewal/use-actions';
import { useShareActions, type ShareActions } from '../share/use-actions';
import { announcedSource, preferredSource } from '../data/source-preference';
import { initialState, isRunning, reduce, type PaneState, type Step } from './state';
import { useReader } from './use-reader';
import { useRibbonRuns, type RibbonFeed } from './use-ribbon-runs';
import { QUIET_REREAD_ROWS, useWorkbookWatch } from './use-workbook-watch';

const monotonic = (): number => performance.now();

/** What a view can ask for. */
export interface PaneActions
  extends
    PoolActions,
    MonitorActions,
    AppendActions,
    PortfolioActions,
    RenewalActions,
    ComplianceActions,
    ShareActions {
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
  services: AllServices,
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
  const commands = useMemo(
    () => ({
      pool: poolCommand(services),
      monitor: monitorCommand(services),
      portfolio: portfolioCommand(services),
      renewal: renewalCommand(services),
      compliance: complianceCommand(services),
    }),
    [services],
  );
  useLook(commands.pool, state, dispatch);
  useLook(commands.monitor, state, dispatch);
  useLook(commands.portfolio, state, dispatch);
  useLook(commands.renewal, state, dispatch);
  useLook(commands.compliance, state, dispatch);
  const pool = usePoolActions(services, commands.pool, wiring);
  const monitor = useMonitorActions(services, commands.monitor, wiring);
  const append = useAppendActions(services, wiring);
  const portfolio = usePortfolioActions(services, commands.portfolio, wiring);
  const renewal = useRenewalActions(services, commands.renewal, wiring);
  const compliance = useComplianceActions(services, commands.compliance, wiring);
  const share = useShareActions(services, wiring);

  useEffect(() => {
    let gone = false;
    const start = async (): Promise<void> => {
      try {
        // A register that cannot be read is told, but must not keep the pane from opening.
        const register = services.alerts().then(
          (alerts) => ({ alerts }),
          (thrown: unknown) => ({ thrown }),
        );
        const [
          sources,
          settings,
          cards,
          lastRun,
          poolSettings,
          lastPool,
          monitorSettings,
          lastMonitor,
          [portfolioSettings, lastPortfolio],
          [renewalSettings, lastRenewal, lastCompliance],
        ] = await Promise.all([
          services.sources(),
          services.settings(),
          services.cards(),
          services.lastRun(),
          services.poolSettings(),
          services.lastPool(),
          services.monitorSettings(),
          services.lastMonitor(),
          Promise.all([services.portfolioSettings(), services.lastPortfolio()]),
          Promise.all([services.renewalSettings(), services.lastRenewal(), services.lastCompliance()]),
        ]);
        const seen = await register;
        if (gone) return;
        const source = preferredSource(sources);
        const alerts: AlertsOnSheet | null = 'alerts' in seen ? seen.alerts : null;
        const looked = { sources, source, settings, cards, lastRun };
        dispatch({
          type: 'started',
          ...looked,
          poolSettings,
          lastPool,
          monitorSettings,
          lastMonitor,
          alerts,
          portfolioSettings,
          lastPortfolio,
          renewalSettings,
          lastRenewal,
          lastCompliance,
        });
        if ('thrown' in seen) {
          const fallback = 'The alerts on Flex Alerts could not be read. Run Monitor again.';
          dispatch({ type: 'failed', failure: toFailure(seen.thrown, fallback) });
        }
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
    const readAgain = (): void => void attempt(reader.relist, 'The workbook could not be read. Try again.');
    const choose = (source: SourceChoice): void => {
      dispatch({ type: 'sourceChosen', source });
      latest.current = { ...latest.current, source };
      // Column choices are positions in one range: they mean nothing in another.
      change({ columns: {} });
    };
    const segment = async (source: SourceChoice, settings: SegmentSettings): Promise<void> => {
      const { inspection } = latest.current;
      if (inspection === null) return;
      const control = new AbortController();
      running.current = control;
      dispatch({ type: 'runStarted', at: now(), from: 'pane' });
      try {
        const outcome = await services.segment(
          announcedSource(source, inspection),
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
      await attempt(async () => {
        dispatch({ type: 'lastRunSeen', lastRun: await services.lastRun() });
        // Who counts by default follows the first segmentation.
        dispatch({
          type: 'pool',
          action: { type: 'settingsChanged', settings: await services.poolSettings() },
        });
        dispatch({
          type: 'monitor',
          action: { type: 'settingsChanged', settings: await services.monitorSettings() },
        });
      }, 'The state of the last run could not be read. Close the pane and open it again.');
    };
    return {
      ...pool,
      ...monitor,
      ...append,
      ...portfolio,
      ...renewal,
      ...compliance,
      ...share,
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
      run: () => {
        const { source, settings } = latest.current;
        if (source !== null && settings !== null && !isRunning(latest.current))
          void segment(source, settings);
      },
      cancel: () => {
        dispatch({ type: 'cancelAsked' });
        running.current?.abort();
      },
      clearRun: () => {
        dispatch({ type: 'runCleared' });
        readAgain();
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
  }, [services, reader, pool, monitor, append, portfolio, renewal, compliance, share, now]);

  return [state, actions];
}
