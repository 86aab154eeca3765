/** Puts the workbench together: grid, functions, charts, pane, ribbon, status line and test hooks. */
import { FloatingCharts } from './charts/board';
import { ErrorNotes } from './functions/error-notes';
import { loadFunctions } from './functions/load';
import { fetchSample, openingWorkbook } from './sample';
import { appearanceSwitch } from './shell/appearance';
import { connectSplitter } from './shell/splitter';
import { statusLine } from './shell/status';
import { columnName, quoted } from './univer/address';
import { startUniver } from './univer/start';
import { UniverGrid } from './univer-grid';

export async function openWorkbench(): Promise<void> {
  const status = statusLine();
  const appearance = appearanceSwitch();
  connectSplitter();
  const started = startUniver(
    'univer',
    openingWorkbook(await fetchSample()),
    appearance.current() === 'dark',
  );
  appearance.onChange((now) => started.api.toggleDarkMode(now === 'dark'));
  const notes = new ErrorNotes();
  const charts = new FloatingCharts(started);
  const grid = new UniverGrid(started, charts, (sheetId, row, column) => notes.at(sheetId, row, column));
  charts.attach(grid);
  const addressOf = (sheetId: string, row: number, column: number): string => {
    const name = grid.sheets().find((sheet) => sheet.id === sheetId)?.name ?? '';
    return `${quoted(name)}!${columnName(column)}${row + 1}`;
  };
  const names = await loadFunctions(started, notes, addressOf);
  status.say(names.length > 0 ? `Ready, ${names.length} FLEX functions` : 'Ready');
  Object.assign(window, { flexWorkbench: { grid, started, charts } });
}
