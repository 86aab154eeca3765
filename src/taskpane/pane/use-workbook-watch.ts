import { useEffect, type Dispatch, type MutableRefObject } from 'react';
import type { Inspection } from '../../excel/contract/services';
import { splitAddress } from '../../report/model/address';
import { PEOPLE_SHEET, SHEETS } from '../../report/model/sheet-names';
import { COMMAND_STEPS, type CommandStep } from '../command/state';
import type { AllServices } from './services';
import { isCommandStep } from './run-on-show';
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

/** Sheets that a step reads beside the usage: its input cells, and what the user entered for it. */
const STEP_SHEETS: Readonly<Record<CommandStep, readonly string[]>> = {
  pool: [SHEETS.pool.name, SHEETS.projects.name],
  monitor: [SHEETS.ledger.name, SHEETS.monitor.name, SHEETS.projects.name],
  // Pool for its tiers, on a first run.
  portfolio: [
    SHEETS.seats.name,
    SHEETS.subscriptions.name,
    SHEETS.pins.name,
    SHEETS.portfolio.name,
    SHEETS.pool.name,
  ],
  // Portfolio and Pool for their tiers.
  renewal: [
    SHEETS.quotes.name,
    SHEETS.newRates.name,
    SHEETS.renewal.name,
    SHEETS.seats.name,
    SHEETS.subscriptions.name,
    SHEETS.portfolio.name,
    SHEETS.pool.name,
  ],
  compliance: [SHEETS.compliance.name, SHEETS.seats.name],
};

const FAILED: Readonly<Record<CommandStep, string>> = {
  pool: 'The plan changed and could not be read. Read it again.',
  monitor: 'The ledger changed and could not be read. Read it again.',
  portfolio: 'The seats changed and could not be read. Read them again.',
  renewal: 'The quotes or seats changed and could not be read. Read them again.',
  compliance: 'The seats changed and could not be read. Read them again.',
};

const stepsReading = (sheet: string | undefined): readonly CommandStep[] =>
  sheet === undefined ? [] : COMMAND_STEPS.filter((step) => STEP_SHEETS[step].includes(sheet));

const lastOf = (services: AllServices): Readonly<Record<CommandStep, () => Promise<LastRun | null>>> => ({
  pool: services.lastPool,
  monitor: services.lastMonitor,
  portfolio: services.lastPortfolio,
  renewal: services.lastRenewal,
  compliance: services.lastCompliance,
});

/** A result, and a step with its plan, ledger and cells beside it, keep to the cells that were announced. */
const followsSelection = (state: PaneState): boolean =>
  state.source?.kind === 'selection' && !isCommandStep(state.step) && runOnShow(state).kind !== 'done';

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
    const aside = { steps: new Set<CommandStep>(), alerts: false, sources: false };
    const last = lastOf(services);

    const follow = async (what: Change): Promise<void> => {
      const { source, settings, inspection } = latest.current;
      const run = runOnShow(latest.current);
      if (settings === null) return;
      if (what === 'sheets' || source === null) {
        await reader.relist();
      } else if (what === 'data') {
        const [lastRun, ...lasts] = await Promise.all([
          services.lastRun(),
          ...COMMAND_STEPS.map((step) => last[step]()),
        ]);
        dispatch({ type: 'lastRunSeen', lastRun });
        COMMAND_STEPS.forEach((step, index) =>
          dispatch({ type: step, action: { type: 'lastSeen', last: lasts[index] ?? null } }),
        );
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

    const followStep = async (step: CommandStep): Promise<void> => {
      const { inspection } = latest.current;
      dispatch({ type: step, action: { type: 'lastSeen', last: await last[step]() } });
      if (inspection !== null && inspection.rows <= QUIET_REREAD_ROWS)
        dispatch({ type: step, action: { type: 'refreshed' } });
    };

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
      const { alerts, sources } = aside;
      const steps = [...aside.steps];
      aside.steps.clear();
      Object.assign(aside, { alerts: false, sources: false });
      for (const step of steps) void reader.attempt(() => followStep(step), FAILED[step]);
      if (alerts)
        void reader.attempt(followAlerts, 'The alerts changed and could not be read. Run Monitor again.');
      if (sources) void reader.attempt(followSources, 'A sheet changed and could not be listed. Read again.');
      if (what === null) return;
      waiting = null;
      void reader.attempt(() => follow(what), 'The workbook changed and could not be read. Read it again.');
    };

    const unsubscribe = services.onWorkbookChange((what, sheet) => {
      const { inspection } = latest.current;
      const busy = isRunning(latest.current);
      const steps = stepsReading(sheet);
      if (what === 'data' && (steps.length > 0 || sheet === SHEETS.alerts.name)) {
        for (const step of steps) {
          if (!busy) dispatch({ type: step, action: { type: 'outdated' } });
          aside.steps.add(step);
        }
        aside.alerts ||= sheet === SHEETS.alerts.name;
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
