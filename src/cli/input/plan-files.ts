/** Volume prices and planned work from files: text, or the tables of a workbook of ours. */
import type { RateCard } from '../../engine/catalog/types';
import { readPlannedWork, readTiers, type PlannedTable, type Tier } from '../../engine/pool';
import { SHEETS, TABLES } from '../../report/model/sheet-names';
import { isBlankCell } from '../../report/model/placed-range';
import { numbersOf, readAs, readListFile, type ListPlace } from './list-file';

export const POOL_TIERS: ListPlace = { sheet: SHEETS.pool.name, table: TABLES.poolTiers };
export const PORTFOLIO_TIERS: ListPlace = { sheet: SHEETS.portfolio.name, table: TABLES.portfolioTiers };
const PROJECTS: ListPlace = { sheet: SHEETS.projects.name, table: TABLES.projects };

/** @param places where they stand in a workbook, the first that is there counts. @throws BadInput naming the file and the row */
export async function tiersFrom(file: string | null, places: readonly ListPlace[]): Promise<readonly Tier[]> {
  if (file === null) return [];
  const list = await readListFile(file, places);
  // The template of a workbook has blank rows, and nobody need have typed there.
  const [header = [], ...rows] = list.values;
  const filled = rows.filter((cells) => !cells.every(isBlankCell));
  if (filled.length === 0 && list.sheet !== '') return [];
  return readAs({ ...list, values: [header, ...rows] }, (values) => readTiers(values.map(numbersOf)));
}

/** Null without a file. @throws BadInput naming the file and the column */
export async function planFrom(file: string | null, card: RateCard): Promise<PlannedTable | null> {
  if (file === null) return null;
  return readAs(await readListFile(file, [PROJECTS]), (values) =>
    readPlannedWork(values.map(numbersOf), card),
  );
}
