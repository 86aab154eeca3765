/** A workbook for the tests of Share: formulas that need the add-in, and people named in every place a workbook has. */
import { createPaneServices } from '../../../src/excel/pane/services';
import type {
  FreezeOutcome,
  PseudonymChoice,
  PseudonymOutcome,
  RestoreOutcome,
  ShareInspection,
} from '../../../src/excel/contract/share';
import { loadHost, type LoadedHost } from '../../office/load';
import { fill, OCTOBER, type Cell } from '../workbook';

/** What the formulas below give. */
const RESULTS: Readonly<Record<string, string | number>> = {
  '=FLEX.BREAKEVEN("Revit")': 1940,
  '=FLEX.SEGMENT(Usage!A1:D9)': 'User',
  '=ROUND(FLEX.COST(12),2)&" a year"': '3.6 a year',
  '=FLEX.COST(NA())': '#BUSY!',
  '=SUM(1,2)': 3,
};

const SPILL = [
  ['User', 'Units'],
  ['ann', 7],
];

/** `Report`: one formula in A1, one that spills over D1:E2, one inside another in A3; texts and native formulas beside them. */
export async function formulaWorkbook(): Promise<LoadedHost> {
  const loaded = await loadHost({
    evaluate: (formula) => {
      const value = RESULTS[formula] ?? null;
      return value === '#BUSY!' ? { error: '#BUSY!' } : value;
    },
  });
  fill(loaded, 'Report', [
    ['=FLEX.BREAKEVEN("Revit")', '=SUM(1,2)', "'=FLEX.COST(1)", '=FLEX.SEGMENT(Usage!A1:D9)'],
    ['text', 'FLEX.COST(1)', null, null],
    ['=ROUND(FLEX.COST(12),2)&" a year"', null, null, null],
  ]);
  loaded.grid.spills.set('=FLEX.SEGMENT(Usage!A1:D9)', SPILL);
  return loaded;
}

const quiet = (): void => undefined;
const orNew = (signal?: AbortSignal): AbortSignal => signal ?? new AbortController().signal;

export const inspect = (): Promise<ShareInspection> => createPaneServices().inspectShare(quiet, orNew());
export const freeze = (signal?: AbortSignal): Promise<FreezeOutcome> =>
  createPaneServices().freeze(quiet, orNew(signal));
export const restore = (signal?: AbortSignal): Promise<RestoreOutcome> =>
  createPaneServices().restore(quiet, orNew(signal));

export const KEY = '00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff';

export const pseudonymise = (
  choice: Partial<PseudonymChoice> = {},
  signal?: AbortSignal,
): Promise<PseudonymOutcome> =>
  createPaneServices().pseudonymise({ key: KEY, ownSheets: true, ...choice }, quiet, orNew(signal));

/** Usage of a team of two and one of six. */
const USAGE: readonly (readonly Cell[])[] = [
  ['User', 'Name', 'Product', 'Date', 'Hours', 'Team'],
  ...['ann', 'ben', 'cara', 'dora', 'eve', 'fred', 'gus', 'hal'].map((name, index): Cell[] => [
    `${name}@x.org`,
    `${name} smith`,
    'Revit',
    OCTOBER,
    2,
    index < 2 ? 'Field' : 'Design',
  ]),
];

/** People on a sheet, in a formula, and in every other place a workbook has for them. */
export async function peopleWorkbook(): Promise<LoadedHost> {
  const loaded = await loadHost({ evaluate: () => null });
  fill(loaded, 'Usage', USAGE);
  await addPeopleAround(loaded, 'Ann Smith', 'ben@x.org');
  return loaded;
}

/** A sheet `Mine` with formula, text, chart, note and comment, a name and document properties, all of which name people. */
export async function addPeopleAround({ host }: LoadedHost, name: string, email: string): Promise<void> {
  await Excel.run(async (context) => {
    const { workbook } = context;
    const sheet = workbook.worksheets.add('Mine');
    sheet.getRange('A1:B1').values = [[`=IF(A2="${email}","${name}","")`, `'=${email}`]];
    const chart = sheet.charts.add('ColumnClustered', sheet.getRange('A1:B2'), 'Auto');
    chart.title.text = `Burn of ${name}`;
    chart.name = email;
    sheet.notes.add('A1', `${name} asked`);
    workbook.names.add('Lead', `="${name}"`, `by ${email}`);
    workbook.properties.author = name;
    workbook.properties.manager = 'Somebody Else';
    workbook.properties.title = `For ${name}`;
    workbook.properties.custom.add('Reader', email);
    await context.sync();
  });
  const mine = host.grid.sheets().find((sheet) => sheet.name === 'Mine')!.id;
  host.state.comments.set('c1', { sheetId: mine, row: 0, column: 0, text: `${name}?`, author: 'Kim Boss' });
}
