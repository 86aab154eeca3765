/** A chart's figures, read from the cells it shows. */
export type ChartKind = 'bar' | 'column' | 'stackedColumn' | 'stackedBar' | 'line';

export interface ChartSeries {
  readonly name: string;
  readonly color: string;
  readonly pointColors: readonly string[];
  readonly values: readonly (number | null)[];
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
  /** Writes a value the way the value axis shows it. */
  readonly format: (value: number) => string;
  /** Size in pixels. */
  readonly width: number;
  readonly height: number;
}

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
  };
  const kind = kinds[type.toLowerCase()];
  if (!kind) throw new Error(`The workbench does not draw charts of the type ${type}.`);
  return kind;
}
