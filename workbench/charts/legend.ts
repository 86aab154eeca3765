/** The legend: as many rows as the names need, each name beside its colour, line or marker. */
import type { ChartModel, SeriesXY } from './model';
import { shorten, textWidth } from './text';

export interface LegendEntry {
  readonly name: string;
  readonly text: string;
  readonly color: string;
  /** Scatter charts: the line and marker to show instead of a box. */
  readonly xy: SeriesXY | null;
  readonly x: number;
  /** Base line of the text. */
  readonly y: number;
  /** Room for the box, line or marker before the text. */
  readonly lead: number;
}

export interface Legend {
  readonly entries: readonly LegendEntry[];
  readonly height: number;
}

const ROW = 17;
const GAP = 18;
const LONGEST = 190;

/** @param y base line of the first row */
export function legendOf(model: ChartModel, edge: number, y: number, size: number): Legend {
  if (!model.legend || model.series.length < 2) return { entries: [], height: 0 };
  let x = edge;
  let row = 0;
  const entries = model.series.map((series): LegendEntry => {
    const xy = series.xy ?? null;
    const lead = xy === null ? 15 : xy.line.visible ? 26 : 16;
    const text = shorten(series.name, size, Math.min(LONGEST, model.width - 2 * edge - lead));
    const wide = lead + textWidth(text, size);
    if (x > edge && x + wide > model.width - edge) {
      x = edge;
      row += 1;
    }
    const entry = { name: series.name, text, color: series.color, xy, x, y: y + row * ROW, lead };
    x += wide + GAP;
    return entry;
  });
  return { entries, height: (row + 1) * ROW };
}
