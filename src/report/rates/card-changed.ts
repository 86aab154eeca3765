/** Whether `Flex Rates` still holds what a run priced with: native sums over its tables beside those of the run, for no formula can take a fingerprint. */
import type { CellValue } from '../model/document';
import { quoteText } from '../model/formula';
import { SHEETS, TABLES } from '../model/sheet-names';

type Cells = readonly (readonly CellValue[])[];

const WORDS = ['Product', 'Collection', 'Basis'] as const;
const NUMBERS = ['Tokens per unit', 'Seat price', 'Margin', 'Token price'] as const;
/** Names the row, so that two figures that change places are seen. */
const ROW = 'Product';
const FLAG = 'On Flex';

/**
 * A condition without a leading `=`: true once a figure, a flag or a product reads otherwise, or a table is gone.
 * @param rates cells of the table of rates, header first
 * @param collections the same of the Collections; null without
 */
export function cardChangedCondition(rates: Cells, collections: Cells | null): string {
  const tests = [
    ...tableTests(TABLES.rates, rates),
    ...(collections === null ? [] : tableTests(TABLES.collections, collections)),
  ];
  return `IFERROR(OR(${tests.join(',')}),TRUE)`;
}

/** The staleness of a sheet, which the card decides first. @param condition null = the run priced with a built-in card */
export function withCard<Staleness extends { readonly text: string; readonly formula: string }>(
  staleness: Staleness,
  condition: string | null | undefined,
  run: string,
): Staleness {
  if (condition === null || condition === undefined) return staleness;
  const changed = quoteText(`${SHEETS.rates.name} has changed since this was computed. Run ${run} again.`);
  return { ...staleness, formula: `=IF(${condition},${changed},${staleness.formula.replace(/^=/, '')})` };
}

function tableTests(table: string, [header = [], ...rows]: Cells): readonly string[] {
  const at = (name: string): number => header.findIndex((cell) => cell === name);
  const has = (name: string): boolean => at(name) >= 0;
  const column = (name: string): readonly CellValue[] => rows.map((cells) => cells[at(name)] ?? null);
  const number = (cell: CellValue): number => (typeof cell === 'number' ? cell : 0);
  const differs = (formula: string, value: number): string => `ABS(${formula}-${value})>0.000001`;
  const filled = (cell: CellValue): boolean => cell !== null && cell !== '';
  const lengths = column(ROW).map((cell) => String(cell ?? '').length);
  return [
    ...WORDS.filter(has).flatMap((name) => [
      `COUNTA(${table}[${name}])<>${column(name).filter(filled).length}`,
      `SUMPRODUCT(LEN(${table}[${name}]))<>${column(name).reduce<number>((sum, cell) => sum + String(cell ?? '').length, 0)}`,
    ]),
    ...NUMBERS.filter(has).flatMap((name) => {
      const cells = column(name);
      const weighed = cells.reduce<number>((sum, cell, row) => sum + number(cell) * (lengths[row] ?? 0), 0);
      return [
        `COUNT(${table}[${name}])<>${cells.filter((cell) => typeof cell === 'number').length}`,
        differs(
          `SUM(${table}[${name}])`,
          cells.reduce<number>((sum, cell) => sum + number(cell), 0),
        ),
        ...(has(ROW) ? [differs(`SUMPRODUCT(${table}[${name}],LEN(${table}[${ROW}]))`, weighed)] : []),
      ];
    }),
    ...(has(FLAG)
      ? [`COUNTIF(${table}[${FLAG}],FALSE)<>${column(FLAG).filter((cell) => cell === false).length}`]
      : []),
  ];
}
