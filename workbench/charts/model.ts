/** A chart's figures, read from the cells it shows. */
import type { GridSeries } from '../office/grid';

export type ChartKind = 'bar' | 'column' | 'stackedColumn' | 'stackedBar' | 'line' | 'scatter';

export interface ChartSeries {
  readonly name: string;
  readonly color: string;
  readonly pointColors: readonly string[];
  readonly values: readonly (number | null)[];
  /** Of scatter charts: where the values stand, and how they are drawn. */
  readonly xy?: SeriesXY;
}

export interface SeriesXY {
  readonly x: readonly (number | null)[];
  readonly secondary: boolean;
  readonly line: Readonly<GridSeries['line']>;
  readonly marker: Readonly<GridSeries['marker']>;
}

/** An axis of numbers; null bounds are chosen from the figures. */
export interface NumberAxis {
  readonly title: string;
  readonly format: (value: number) => string;
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly majorUnit: number | null;
}

/** Axes of a scatter chart; the second value axis stands on the right. */
export interface AxesXY {
  readonly x: NumberAxis;
  readonly value: NumberAxis;
  readonly secondary: NumberAxis | null;
}

export interface ChartModel {
  readonly id: string;
  readonly kind: ChartKind;
  readonly title: string;
  readonly categoryAxisTitle: string;
  readonly valueAxisTitle: string;
  readonly legend: boolean;
  readonly altText: string;
  readonly categories: readonly string[];
  readonly series: readonly ChartSeries[];
  readonly axes?: AxesXY;
  /** Writes a value the way the value axis shows it. */
  readonly format: (value: number) => string;
  /** Size in pixels. */
  readonly width: number;
  readonly height: number;
}

/** Of one of Excel's points. */
export const PIXELS = 96 / 72;

/** Colours of series without one of their own (Okabe–Ito, safe for colour-blind readers). */
export const SERIES_COLORS = [
  '#0072B2',
  '#E69F00',
  '#009E73',
  '#CC79A7',
  '#56B4E9',
  '#D55E00',
  '#F0E442',
] as const;

/** Excel's chart types that the workbench draws; others throw, so that a new type is not shown as something else. */
export function kindOf(type: string): ChartKind {
  const kinds: Readonly<Record<string, ChartKind>> = {
    bar: 'bar',
    barclustered: 'bar',
    barstacked: 'stackedBar',
    column: 'column',
    columnclustered: 'column',
    stackedcolumn: 'stackedColumn',
    columnstacked: 'stackedColumn',
    line: 'line',
    linemarkers: 'line',
    xyscatter: 'scatter',
    xyscatterlines: 'scatter',
    xyscatterlinesnomarkers: 'scatter',
  };
  const kind = kinds[type.toLowerCase()];
  if (!kind) throw new Error(`The workbench does not draw charts of the type ${type}.`);
  return kind;
}
