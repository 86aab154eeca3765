import { useEffect, type Dispatch, type MutableRefObject } from 'react';
import type { Inspection } from '../excel/services';
import { splitAddress } from '../report/address';
import { PEOPLE_SHEET, SHEETS } from '../report/marks';
import type { CommandStep } from './command/command-state';
import type { AllServices } from './pane-services';
import { isRunning, runOnShow, type LastRun, type PaneAction, type PaneState } from './state';
import type { Reader } from './use-reader';

/** Up to this size a changed range is read again by itself; above it the user decides when. */
export const QUIET_REREAD_ROWS = 20_000;
const SETTLE_MS = 500;
const RANK = { selection: 0, data: 1, sheets: 2 };
type Change = keyof typeof RANK;

/** False for edits on a sheet that the announced reading does not use; an unknown sheet may be any. */
function isRead(sheet: string | undefined, inspection: Inspection | null): boolean {
  if (sheet === undefined || inspection === null) return true;
  return [splitAddress(inspection.address).sheet, SHEETS.rates.name, PEOPLE_SHEET].includes(sheet);
}

/** Whether usage could be read from the sheet when the workbook was last listed; a sheet of ours never is news. */
function isListed(sheet: string | undefined, { sources }: PaneState): boolean {
  if (sheet === undefined) return true;
  return (
    sources.some((option) => splitAddress(option.address).sheet === sheet) ||
    Object.values(SHEETS).some(({ name }) => name === sheet)
  );
}

/** Sheets that only the Pool step reads: its input cells and tables, and the plan. */
const isPoolSheet = (sheet: string | undefined): boolean =>
  sheet === SHEETS.pool.name || sheet === SHEETS.projects.name;

/** Sheets that the Monitor step reads: the ledger, its input cells and lists, and the plan. */
const isMonitorSheet = (sheet: string | undefined): boolean =>
  sheet === SHEETS.ledger.name || sheet === SHEETS.monitor.name || sheet === SHEETS.projects.name;

/** Sheets that the Portfolio step reads: who holds and owns what, pins, its input cells and tiers, and on a first run the pool's tiers. */
const isPortfolioSheet = (sheet: string | undefined): boolean =>
  sheet === SHEETS.seats.name ||
  sheet === SHEETS.subscriptions.name ||
  sheet === SHEETS.pins.name ||
  sheet === SHEETS.portfolio.name ||
  sheet === SHEETS.pool.name;

/** A result, and a step with its plan, ledger and cells beside it, keep to the cells that were announced. */
const followsSelection = (state: PaneState): boolean =>
  state.source?.kind === 'selection' &&
  state.step !== 'pool' &&
  state.step !== 'monitor' &&
  state.step !== 'portfolio' &&
  runOnShow(state).kind !== 'done';

/**
 * Follows what the user does in the workbook, once they pause. What was announced must be what is read: a change that
 * concerns the announced usage holds up a run until it is read again.
 */
export function useWorkbookWatch(
  services: AllServices,
  reader: Reader,
  dispatch: Dispatch<PaneAction>,
  latest: MutableRefObject<PaneState>,
): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let waiting: Change | null = null;
    // What only one step reads, looked at anew once the user pauses.
    const aside = { pool: false, monitor: false, alerts: false, portfolio: false, sources: false };

    const follow = async (what: Change): Promise<void> => {
      const { source, settings, inspection } = latest.current;
      const run = runOnShow(latest.current);
      if (settings === null) return;
      if (what === 'sheets' || source === null) {
        await reader.relist();
      } else if (what === 'data') {
        const [lastRun, lastPool, lastMonitor, lastPortfolio] = await Promise.all([
          services.lastRun(),
          services.lastPool(),
          services.lastMonitor(),
          services.lastPortfolio(),
        ]);
        dispatch({ type: 'lastRunSeen', lastRun });
        dispatch({ type: 'pool', action: { type: 'lastSeen', last: lastPool } });
        dispatch({ type: 'monitor', action: { type: 'lastSeen', last: lastMonitor } });
        dispatch({ type: 'portfolio', action: { type: 'lastSeen', last: lastPortfolio } });
        if (run.kind === 'done') return;
        if (inspection !== null && inspection.rows > QUIET_REREAD_ROWS) dispatch({ type: 'dataChanged' });
        else await reader.read(source, settings);
      } else if (followsSelection(latest.current)) {
        const sources = await services.sources();
        dispatch({ type: 'workbookListed', sources, cards: latest.current.cards });
        // A single cell, or one of our own sheets, is no usage: what was read last stays, marked as out of date.
        if (sources.some((option) => option.choice.kind === 'selection')) await reader.read(source, settings);
        else dispatch({ type: 'dataChanged' });
      }
    };

    const followStep = async (step: CommandStep, last: Promise<LastRun | null>): Promise<void> => {
      const { inspection } = latest.current;
      dispatch({ type: step, action: { type: 'lastSeen', last: await last } });
      if (inspection !== null && inspection.rows <= QUIET_REREAD_ROWS)
        dispatch({ type: step, action: { type: 'refreshed' } });
    };

    const followPool = (): Promise<void> => followStep('pool', services.lastPool());
    const followMonitor = (): Promise<void> => followStep('monitor', services.lastMonitor());
    const followPortfolio = (): Promise<void> => followStep('portfolio', services.lastPortfolio());

    const followAlerts = async (): Promise<void> =>
      dispatch({ type: 'alertsSeen', alerts: await services.alerts() });

    const followSources = async (): Promise<void> =>
      dispatch({
        type: 'workbookListed',
        sources: await services.sources(),
        cards: latest.current.cards,
      });

    const settle = (): void => {
      const what = waiting;
      if (isRunning(latest.current) || latest.current.inserting !== null) return;
      const { pool, monitor, alerts, portfolio, sources } = aside;
      Object.assign(aside, { pool: false, monitor: false, alerts: false, portfolio: false, sources: false });
      if (pool) void reader.attempt(followPool, 'The plan changed and could not be read. Read it again.');
      if (monitor)
        void reader.attempt(followMonitor, 'The ledger changed and could not be read. Read it again.');
      if (alerts)
        void reader.attempt(followAlerts, 'The alerts changed and could not be read. Run Monitor again.');
      if (portfolio)
        void reader.attempt(followPortfolio, 'The seats changed and could not be read. Read them again.');
      if (sources) void reader.attempt(followSources, 'A sheet changed and could not be listed. Read again.');
      if (what === null) return;
      waiting = null;
      void reader.attempt(() => follow(what), 'The workbook changed and could not be read. Read it again.');
    };

    const unsubscribe = services.onWorkbookChange((what, sheet) => {
      const { inspection } = latest.current;
      const busy = isRunning(latest.current);
      const ofPool = isPoolSheet(sheet);
      const ofMonitor = isMonitorSheet(sheet);
      const ofPortfolio = isPortfolioSheet(sheet);
      if (what === 'data' && (ofPool || ofMonitor || ofPortfolio || sheet === SHEETS.alerts.name)) {
        if (!busy && ofPool) dispatch({ type: 'pool', action: { type: 'outdated' } });
        if (!busy && ofMonitor) dispatch({ type: 'monitor', action: { type: 'outdated' } });
        if (!busy && ofPortfolio) dispatch({ type: 'portfolio', action: { type: 'outdated' } });
        aside.pool ||= ofPool;
        aside.monitor ||= ofMonitor;
        aside.alerts ||= sheet === SHEETS.alerts.name;
        aside.portfolio ||= ofPortfolio;
      } else {
        if (what === 'data' && !isRead(sheet, inspection)) {
          if (isListed(sheet, latest.current)) return;
          aside.sources = true;
        } else {
          const concerns = what === 'data' || (what === 'selection' && followsSelection(latest.current));
          if (concerns && inspection !== null && !busy) dispatch({ type: 'dataChanged' });
          if (waiting === null || RANK[what] > RANK[waiting]) waiting = what;
        }
      }
      clearTimeout(timer);
      timer = setTimeout(settle, SETTLE_MS);
    });
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [services, reader, dispatch, latest]);
}
