/** Puts the workbench together: grid, host, functions, charts, pane, ribbon, status line and test hooks. */
import { FloatingCharts } from './charts/board';
import { ErrorNotes } from './functions/error-notes';
import { fetchFunctions, provideFunctions } from './functions/load';
import { createHooks, type WorkbenchHooks } from './hooks';
import { formatRect, quoteSheet } from './office/address';
import { installOfficeHost, type ClientWindow, type OfficeHost } from './office/browser';
import { taskPane } from './pane/task-pane';
import { fetchSample, openingWorkbook, USAGE_SHEET, type SampleUsage } from './sample';
import { appearanceSwitch } from './shell/appearance';
import { element } from './shell/element';
import { connectProfile } from './shell/profile';
import { showRibbon } from './shell/ribbon';
import { connectSplitter } from './shell/splitter';
import { statusLine, type StatusLine } from './shell/status';
import { startUniver, type StartedUniver } from './univer/start';
import { UniverGrid } from './univer-grid';

declare global {
  interface Window {
    flexWorkbench?: WorkbenchHooks;
  }
}

/** The sample's rows as the native table `Usage`, as if a user had made it. */
function makeSampleTable(host: OfficeHost, sample: SampleUsage): void {
  const table = {
    id: host.state.nextId('table'),
    sheetId: USAGE_SHEET.id,
    name: 'Usage',
    rect: { row: 0, column: 0, rows: sample.rows.length + 1, columns: sample.columns.length },
    showHeaders: true,
    showFilter: true,
    style: 'TableStyleMedium2',
  };
  host.state.tables.set(table.id, table);
  host.grid.putTable(table);
}

/** Excel refuses most of what an add-in does while the user is in a cell. */
function tellOfEditing(started: StartedUniver, host: OfficeHost, status: StatusLine): void {
  const { api } = started;
  api.addEvent(api.Event.SheetEditStarted, () => {
    host.editing = true;
    status.say('Edit');
  });
  api.addEvent(api.Event.SheetEditEnded, () => {
    host.editing = false;
    status.say('Ready');
  });
}

/** Says what the error in the selected cell means, as Excel's error indicator does. */
function explainSelection(started: StartedUniver, grid: UniverGrid, status: StatusLine): void {
  const explain = (): void => {
    const { sheetId, rect } = grid.selection();
    const value = grid.read(sheetId, { ...rect, rows: 1, columns: 1 })[0]?.[0];
    const message = typeof value === 'object' && value !== null ? value.message : undefined;
    status.cell(message ? `${formatRect({ ...rect, rows: 1, columns: 1 })} ${message}` : '');
  };
  grid.onSelection(explain);
  started.api.getFormula().calculationResultApplied(explain);
}

export async function openWorkbench(): Promise<void> {
  const status = statusLine();
  const appearance = appearanceSwitch();
  connectSplitter();
  const [sample, loaded] = await Promise.all([fetchSample(), fetchFunctions()]);
  const started = startUniver('univer', openingWorkbook(sample), appearance.current() === 'dark');
  const notes = new ErrorNotes();
  const charts = new FloatingCharts(started);
  const grid = new UniverGrid(started, charts, (...cell) => notes.at(...cell));
  charts.attach(grid);
  const addressOf = (sheetId: string, row: number, column: number): string => {
    const name = grid.sheets().find((sheet) => sheet.id === sheetId)?.name ?? '';
    return `${quoteSheet(name)}!${formatRect({ row, column, rows: 1, columns: 1 })}`;
  };
  const functions = provideFunctions(loaded, started, notes, addressOf);
  const host = installOfficeHost(window as unknown as ClientWindow, grid, { platform: 'web' });
  makeSampleTable(host, sample);
  tellOfEditing(started, host, status);
  explainSelection(started, grid, status);
  const pane = taskPane();
  appearance.onChange((now) => {
    started.api.toggleDarkMode(now === 'dark');
    pane.appearance(now);
  });
  connectProfile(host.platform, (platform) => {
    host.platform = platform;
    void pane.reload();
  });
  showRibbon(
    element('ribbon'),
    [
      {
        label: 'Segment users',
        icon: '/icons/segment-users.svg',
        hint: 'Runs the ribbon command of the add-in',
        press: () => pane.press('segmentUsers'),
      },
      {
        label: 'Open pane',
        icon: '/icons/flex-governor.svg',
        hint: 'Shows the task pane',
        press: () => pane.show(),
      },
    ],
    (text) => status.say(text),
  );
  await pane.reload();
  await grid.calculated();
  window.flexWorkbench = createHooks({
    started,
    grid,
    charts,
    host,
    pane,
    functions,
    startupMilliseconds: performance.now(),
  });
  status.say('Ready');
}
