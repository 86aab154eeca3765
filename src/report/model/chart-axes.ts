/** Limits of a scatter chart's axes where Excel's own choice would waste room or make no sense. */
import type { CellValue } from './document';
import type { PlacedChart, SheetLayout } from './layout';

export interface AxisLimits {
  readonly minimum: number;
  readonly maximum: number;
  readonly step: number;
}

/** null leaves an axis to Excel. */
export interface ChartLimits {
  readonly x: AxisLimits | null;
  readonly value: AxisLimits | null;
  readonly secondary: AxisLimits | null;
}

const STEPS = 8;

/**
 * From the figures as written: the x axis holds just the sizes drawn, because Excel would start it at zero; an axis of shares that
 * come near 1 ends there, because Excel would go on to 120 %. Axes over native formulas stay free, their figures may change.
 */
export function chartLimits(placed: PlacedChart, layout: SheetLayout): ChartLimits {
  const { chart } = placed;
  if (chart.type !== 'scatter') return { x: null, value: null, secondary: null };
  const column = (table: string, key: string, row?: number): readonly CellValue[] => {
    const block = layout.tables.find((candidate) => candidate.block.name === table)?.block;
    const index = block?.columns.findIndex((candidate) => candidate.key === key) ?? -1;
    const rows = row === undefined ? (block?.rows ?? []) : [block?.rows[row] ?? []];
    return rows.map((cells) => {
      const cell = cells[index] ?? null;
      return typeof cell === 'object' ? null : cell;
    });
  };
  const places = chart.series.flatMap(({ point }) =>
    point === undefined ? [] : column(point.table, point.xKey, point.row).filter((x) => x !== null),
  );
  const heights = (secondary: boolean): readonly CellValue[] =>
    chart.series
      .filter((series) => (series.secondary ?? false) === secondary)
      .flatMap(({ key, point }) => column(point?.table ?? chart.table, key, point?.row));
  return {
    x: around([...column(chart.table, chart.categoryKey), ...places]),
    value: shareLimits(heights(false), chart.valueNumberFormat),
    secondary: shareLimits(heights(true), chart.secondaryNumberFormat),
  };
}

/** Round limits just around the figures; null when they are not all known, or all alike. */
function around(values: readonly CellValue[]): AxisLimits | null {
  const known = numbers(values);
  if (known === null) return null;
  const lowest = Math.min(...known);
  const highest = Math.max(...known);
  if (!(highest > lowest)) return null;
  const step = roundStep((highest - lowest) / STEPS);
  return { minimum: onStep(Math.floor, lowest, step), maximum: onStep(Math.ceil, highest, step), step };
}

function shareLimits(values: readonly CellValue[], format: string | undefined): AxisLimits | null {
  const known = format?.includes('%') === true ? numbers(values) : null;
  if (known === null || known.some((share) => share < 0 || share > 1)) return null;
  return Math.max(...known) > 0.9 ? { minimum: 0, maximum: 1, step: 0.2 } : null;
}

/** The numbers of cells; null when one of them is none. */
function numbers(values: readonly CellValue[]): readonly number[] | null {
  const found = values.filter((value) => typeof value === 'number');
  return found.length === values.length && found.length > 0 ? found : null;
}

/** 1, 2, 2.5 or 5 times a power of ten, at least as large. */
function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  return Number((([1, 2, 2.5, 5].find((each) => each * power >= rough) ?? 10) * power).toPrecision(12));
}

function onStep(round: (value: number) => number, value: number, step: number): number {
  return Number((round(Number((value / step).toPrecision(12))) * step).toPrecision(12));
}
