/** Where everything of a chart goes, as plain numbers. */
import type { LegendEntry } from './legend';
import type { Scale } from './scale';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
export type Anchor = 'start' | 'middle' | 'end';

export interface ChartPlan {
  readonly plot: Box;
  /** Categories run down the side (bar charts) instead of along the bottom. */
  readonly sideways: boolean;
  readonly scale: Scale;
  readonly title: readonly string[];
  readonly legend: readonly LegendEntry[];
  readonly valueTicks: readonly {
    readonly value: number;
    readonly text: string;
    readonly x1: number;
    readonly y1: number;
    readonly x2: number;
    readonly y2: number;
    readonly textX: number;
    readonly textY: number;
    readonly anchor: Anchor;
  }[];
  readonly categoryLabels: readonly {
    readonly x: number;
    readonly y: number;
    readonly lines: readonly string[];
    readonly anchor: Anchor;
    readonly turn: number;
  }[];
  readonly horizontalTitle: string;
  readonly horizontalTitleY: number;
  readonly verticalTitle: string;
  /** Of scatter charts: the axis of numbers below and the second value axis. */
  readonly scatter: ScatterPlan | null;
}

export interface SecondAxis {
  readonly scale: Scale;
  readonly title: string;
  readonly ticks: readonly { readonly text: string; readonly x: number; readonly y: number }[];
}

export interface ScatterPlan extends Pick<ChartPlan, 'plot' | 'scale' | 'valueTicks' | 'categoryLabels'> {
  readonly xScale: Scale;
  readonly second: SecondAxis | null;
  /** Marks along the bottom line, one a tick. */
  readonly xTicks: readonly number[];
}
