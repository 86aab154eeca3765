/** `window.flexWorkbench`: what end-to-end tests see of the workbench and do to it, in plain values. */
import type { FloatingCharts } from './charts/board';
import { parseRect } from './office/address';
import type { OfficeHost } from './office/browser';
import type { Fault } from './office/faults';
import type { GridConditional, GridTable, GridValue, Rect } from './office/grid';
import type { Platform } from './office/limits';
import type { TaskPane } from './pane/task-pane';
import type { StartedUniver } from './univer/start';
import type { UniverGrid } from './univer-grid';

export interface ChartSight {
  readonly name: string;
  readonly sheet: string;
  readonly type: string;
  readonly title: string;
  readonly categories: readonly string[];
  readonly series: readonly {
    readonly name: string;
    readonly values: readonly (number | null)[];
    /** Scatter charts: x values, and the marker of a marked point. */
    readonly x?: readonly (number | null)[];
    readonly secondary?: boolean;
    readonly marker?: string;
  }[];
}

export interface WorkbenchHooks {
  /** Names of the functions cells can use. */
  readonly functions: readonly string[];
  readonly startupMilliseconds: number;
  sheets(): readonly string[];
  values(sheet: string, address: string): GridValue[][];
  formulas(sheet: string, address: string): GridValue[][];
  /** Texts as the sheet shows them. */
  texts(sheet: string, address: string): string[][];
  /** Message of the error in a cell; '' when there is none. */
  error(sheet: string, address: string): string;
  /** Puts a value in a cell as the user would: the add-in hears of it as a user's edit, and undo takes it back. */
  edit(sheet: string, address: string, value: string | number | boolean): Promise<void>;
  select(sheet: string, address: string): void;
  /** Middle of a cell in pixels of the page, where a mouse would click it; the cell must be in view. */
  point(sheet: string, address: string): { readonly x: number; readonly y: number };
  selection(): { readonly sheet: string; readonly rect: Rect };
  calculated(): Promise<void>;
  tables(): readonly GridTable[];
  charts(): readonly ChartSight[];
  conditionals(): readonly GridConditional[];
  names(): readonly { readonly name: string; readonly formula: string }[];
  press(command: string): Promise<void>;
  showPane(): void;
  hidePane(): void;
  reloadPane(): Promise<void>;
  /** Makes the k-th sync of the add-in from now fail. */
  failSync(k: number, fault?: Fault): void;
  failMember(member: string, fault?: Fault): void;
  clearFaults(): void;
  platform(platform: Platform): void;
  /** The host itself, for what these hooks do not cover. */
  readonly host: OfficeHost;
}

export interface HookParts {
  readonly started: StartedUniver;
  readonly grid: UniverGrid;
  readonly charts: FloatingCharts;
  readonly host: OfficeHost;
  readonly pane: TaskPane;
  readonly functions: readonly string[];
  readonly startupMilliseconds: number;
}

export function createHooks(parts: HookParts): WorkbenchHooks {
  const { started, grid, charts, host, pane } = parts;
  const sheetId = (name: string): string => {
    const sheet = grid.sheets().find((each) => each.name.toLowerCase() === name.toLowerCase());
    if (!sheet) throw new Error(`The workbook has no sheet "${name}".`);
    return sheet.id;
  };
  const sheetName = (id: string): string => grid.sheets().find((each) => each.id === id)?.name ?? '';
  const rect = (address: string): Rect => {
    const found = parseRect(address);
    if (!found) throw new Error(`"${address}" is not an address of cells.`);
    return found;
  };
  const facadeRange = (sheet: string, address: string) => {
    const found = started.workbook.getSheetBySheetId(sheetId(sheet));
    if (!found) throw new Error(`The workbook has no sheet "${sheet}".`);
    const { row, column, rows, columns } = rect(address);
    return found.getRange(row, column, rows, columns);
  };
  return {
    functions: parts.functions,
    startupMilliseconds: parts.startupMilliseconds,
    sheets: () => grid.sheets().map((sheet) => sheet.name),
    values: (sheet, address) => grid.read(sheetId(sheet), rect(address)),
    formulas: (sheet, address) => grid.readFormulas(sheetId(sheet), rect(address)),
    texts: (sheet, address) => facadeRange(sheet, address).getDisplayValues(),
    error: (sheet, address) => {
      const value = grid.read(sheetId(sheet), rect(address))[0]?.[0];
      return typeof value === 'object' && value !== null ? (value.message ?? '') : '';
    },
    edit: async (sheet, address, value) => {
      facadeRange(sheet, address).setValue(
        typeof value === 'string' && value.startsWith('=') ? { f: value, v: null } : value,
      );
      await grid.calculated();
    },
    select: (sheet, address) => grid.select(sheetId(sheet), rect(address)),
    point: (sheet, address) => {
      const { left, top, width, height } = facadeRange(sheet, address).getCellRect();
      const canvas = document
        .querySelector('#univer canvas[id^="univer-sheet-main"]')
        ?.getBoundingClientRect();
      return { x: (canvas?.left ?? 0) + left + width / 2, y: (canvas?.top ?? 0) + top + height / 2 };
    },
    selection: () => {
      const { sheetId: id, rect: at } = grid.selection();
      return { sheet: sheetName(id), rect: at };
    },
    calculated: () => grid.calculated(),
    tables: () => grid.tables(),
    charts: () => {
      charts.refresh();
      return charts.drawn().map(({ chart, model }) => ({
        name: chart.name,
        sheet: sheetName(chart.sheetId),
        type: chart.type,
        title: chart.title,
        categories: model?.categories ?? [],
        series: (model?.series ?? []).map(({ name, values, xy }) => ({
          name,
          values,
          ...(xy ? { x: xy.x, secondary: xy.secondary, marker: xy.marker.style } : {}),
        })),
      }));
    },
    conditionals: () => grid.conditionals(),
    names: () =>
      started.workbook
        .getDefinedNames()
        .map((each) => ({ name: each.getName(), formula: each.getFormulaOrRefString() })),
    press: (command) => pane.press(command),
    showPane: () => pane.show(),
    hidePane: () => pane.hide(),
    reloadPane: () => pane.reload(),
    failSync: (k, fault) => host.failSync(k, fault),
    failMember: (member, fault) => host.failMember(member, fault),
    clearFaults: () => host.clearFaults(),
    platform: (platform) => {
      host.platform = platform;
    },
    host,
  };
}
