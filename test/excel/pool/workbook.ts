/** A workbook for the tests of Size the pool: projects with a year of usage, and a simulator that remembers. */
import { sizePool } from '../../../src/engine/pool';
import type { PoolResult } from '../../../src/engine/pool';
import type { PoolInspection, PoolOutcome, PoolSettings } from '../../../src/excel/contract/pool';
import { DEFAULT_POOL_SETTINGS } from '../../../src/excel/pool/settings';
import { createPaneServices } from '../../../src/excel/pane/services';
import type { Progress, SegmentOutcome, SegmentSettings } from '../../../src/excel/contract/services';
import { DEFAULT_SETTINGS } from '../../../src/excel/runs/settings';
import type { LoadedHost } from '../../office/load';
import { runner, type Job } from '../runner';
import { OCTOBER, tableRows, workbook, type Cell } from '../workbook';

export const SOURCE = { kind: 'sheet', name: 'Usage' } as const;
export const POOL_HEADER = ['User', 'Product', 'Date', 'Hours', 'Project'] as const;

/** 5 tokens an hour (guide card): every project has 12 months of 10 to 16 Revit hours by two people. */
export function projectUsage(projects: number): readonly (readonly Cell[])[] {
  const rows: (readonly Cell[])[] = [[...POOL_HEADER]];
  for (let project = 0; project < projects; project += 1) {
    for (let month = 0; month < 12; month += 1) {
      const user = `p${(project * 2 + (month % 2)) % 50}@x.org`;
      const hours = 10 + ((project * 7 + month * 3) % 7);
      rows.push([user, 'Revit', OCTOBER - 30 * month, hours, `Project ${project + 1}`]);
    }
  }
  return rows;
}

/** Tokens of the rows above, added up by hand: hours × 5. */
export function tokensOf(rows: readonly (readonly Cell[])[]): number {
  return rows.slice(1).reduce((sum, row) => sum + Number(row[3]) * 5, 0);
}

export function poolWorkbook(projects = 40): Promise<LoadedHost> {
  return workbook(projectUsage(projects));
}

const remembered = new Map<string, PoolResult>();

/** Enough to order the sizes: what is tested here is the command, not the draws. */
const DRAWS = 400;

/** The real simulation with few draws, made once for equal inputs. */
export const remembering: Job<'pool'> = async (input, onProgress) => {
  const key = JSON.stringify(input, (_, value: unknown) =>
    value instanceof Float64Array ? [...value] : value,
  );
  const result = remembered.get(key) ?? sizePool({ ...input, draws: DRAWS });
  remembered.set(key, result);
  onProgress(input.draws, input.draws);
  return await Promise.resolve(result);
};

export interface PoolRun {
  readonly pool?: Partial<PoolSettings>;
  readonly settings?: Partial<SegmentSettings>;
  readonly simulate?: Job<'pool'>;
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignal;
}

export function sizePoolOf(run: PoolRun = {}): Promise<PoolOutcome> {
  return createPaneServices(runner({ pool: run.simulate ?? remembering })).commands.pool.run(
    SOURCE,
    { ...DEFAULT_SETTINGS, ...run.settings },
    { ...DEFAULT_POOL_SETTINGS, ...run.pool },
    run.onProgress ?? (() => undefined),
    run.signal ?? new AbortController().signal,
  );
}

/** Value of a named cell. */
export function named(loaded: LoadedHost, name: string): unknown {
  const place = loaded.host.state.names.find((item) => item.name === name)?.place;
  if (place === undefined || place === null) throw new Error(`There is no name ${name}.`);
  return loaded.grid.read(place.sheetId, place.rect)[0]?.[0];
}

export function typeNamed(loaded: LoadedHost, name: string, value: Cell): void {
  const place = loaded.host.state.names.find((item) => item.name === name)?.place;
  if (place === undefined || place === null) throw new Error(`There is no name ${name}.`);
  loaded.grid.write(place.sheetId, place.rect, [[value]]);
}

/** Types into a body row (0 = first) of a table. */
export function typeRow(loaded: LoadedHost, table: string, row: number, values: Record<string, Cell>): void {
  const found = [...loaded.host.state.tables.values()].find((candidate) => candidate.name === table);
  if (found === undefined) throw new Error(`There is no table ${table}.`);
  const header = loaded.grid.read(found.sheetId, found.rect)[0] ?? [];
  for (const [column, value] of Object.entries(values)) {
    const exact = header.indexOf(column);
    const at = exact >= 0 ? exact : header.findIndex((text) => String(text).startsWith(column));
    if (at < 0) throw new Error(`${table} has no column ${column}.`);
    const rect = { row: found.rect.row + 1 + row, column: found.rect.column + at, rows: 1, columns: 1 };
    loaded.grid.write(found.sheetId, rect, [[value]]);
  }
}

/** Size of one way to choose, as `Flex Pool` shows it. */
export function sizes(loaded: LoadedHost): number[] {
  return tableRows(loaded, 'FlexPoolSizes').map((row) => Number(row['Size']));
}

/** What the pane is shown before a sizing. */
export function inspectPoolOf(
  pool: Partial<PoolSettings> = {},
  settings: Partial<SegmentSettings> = {},
): Promise<PoolInspection> {
  return createPaneServices().commands.pool.inspect(
    SOURCE,
    { ...DEFAULT_SETTINGS, ...settings },
    { ...DEFAULT_POOL_SETTINGS, ...pool },
    () => undefined,
    new AbortController().signal,
  );
}

export function segmentUsage(): Promise<SegmentOutcome> {
  return createPaneServices().commands.segment.run(
    SOURCE,
    DEFAULT_SETTINGS,
    {},
    () => undefined,
    new AbortController().signal,
  );
}
