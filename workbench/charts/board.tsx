/** Charts floating over the sheet: kept for every sheet, shown on the one in front, redrawn when their cells change. */
import { numfmt } from '@univerjs/core';
import type { IDisposable } from '@univerjs/core';
import { useSyncExternalStore } from 'react';
import type { ReactElement } from 'react';
import type { Grid, GridChart, GridValue, Rect } from '../office/grid';
import type { ChartBoard } from '../univer-grid';
import type { StartedUniver } from '../univer/start';
import { pixels } from '../univer/styles';
import { ChartView } from './chart-view';
import { kindOf, SERIES_COLORS } from './model';
import type { ChartModel } from './model';

const COMPONENT = 'flex-workbench-chart';

interface Shown {
  readonly layer: IDisposable;
  readonly place: string;
}

export class FloatingCharts implements ChartBoard {
  private readonly charts = new Map<string, GridChart>();
  private readonly models = new Map<string, ChartModel>();
  private readonly shown = new Map<string, Shown>();
  private readonly listeners = new Set<() => void>();
  private grid: Grid | null = null;
  private refreshing: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly started: StartedUniver) {
    const subscribe = (listener: () => void): (() => void) => {
      this.listeners.add(listener);
      return () => this.listeners.delete(listener);
    };
    const ChartHolder = ({ data }: { readonly data?: { readonly chart: string } }): ReactElement | null => {
      const model = useSyncExternalStore(subscribe, () => this.models.get(data?.chart ?? ''));
      return model ? <ChartView model={model} /> : null;
    };
    started.api.registerComponent(COMPONENT, ChartHolder);
  }

  /** Charts read their figures through the grid; it is made after the board. */
  attach(grid: Grid): void {
    this.grid = grid;
    grid.onChange(() => this.later());
    grid.onSelection(() => this.later());
    this.started.api.getFormula().calculationResultApplied(() => this.later());
  }

  put(chart: GridChart): void {
    kindOf(chart.type);
    this.charts.set(chart.id, { ...chart });
    this.later();
  }

  drop(id: string): void {
    this.charts.delete(id);
    this.models.delete(id);
    this.hide(id);
  }

  dropSheet(sheetId: string): void {
    for (const chart of [...this.charts.values()]) if (chart.sheetId === sheetId) this.drop(chart.id);
  }

  /** The charts as drawn, for the page's test hooks. */
  drawn(): readonly { readonly chart: GridChart; readonly model: ChartModel | undefined }[] {
    return [...this.charts.values()].map((chart) => ({ chart, model: this.models.get(chart.id) }));
  }

  /** Reads figures anew and moves charts to where they belong. */
  refresh(): void {
    const grid = this.grid;
    if (!grid) return;
    const sheets = new Set(grid.sheets().map((sheet) => sheet.id));
    const front = grid.activeSheet();
    for (const chart of [...this.charts.values()]) {
      if (!sheets.has(chart.sheetId)) this.drop(chart.id);
      else this.models.set(chart.id, modelOf(chart, grid));
      if (chart.sheetId === front) this.show(chart);
      else this.hide(chart.id);
    }
    for (const listener of this.listeners) listener();
  }

  private later(): void {
    clearTimeout(this.refreshing);
    this.refreshing = setTimeout(() => this.refresh(), 60);
  }

  private show(chart: GridChart): void {
    const place = [chart.left, chart.top, chart.width, chart.height].join(' ');
    if (this.shown.get(chart.id)?.place === place) return;
    this.hide(chart.id);
    const sheet = this.started.workbook.getSheetBySheetId(chart.sheetId);
    if (!sheet) return;
    // Univer counts from the corner of the row and column headers.
    const { rowHeader, columnHeader } = sheet.getSheet().getConfig();
    const startX = rowHeader.width + pixels(chart.left);
    const startY = columnHeader.height + pixels(chart.top);
    const layer = sheet.addFloatDomToPosition(
      {
        componentKey: COMPONENT,
        initPosition: {
          startX,
          startY,
          endX: startX + pixels(chart.width),
          endY: startY + pixels(chart.height),
        },
        allowTransform: false,
        data: { chart: chart.id },
      },
      `chart-${chart.id}-${Date.now()}`,
    );
    if (layer) this.shown.set(chart.id, { layer, place });
  }

  private hide(id: string): void {
    this.shown.get(id)?.layer.dispose();
    this.shown.delete(id);
  }
}

function flat(rows: readonly (readonly GridValue[])[]): GridValue[] {
  return rows.flat();
}

function words(value: GridValue, format: string): string {
  if (value === null) return '';
  if (typeof value === 'object') return value.error;
  if (typeof value === 'number' && format !== 'General') return numfmt.format(format, value);
  return String(value);
}

function categoriesOf(grid: Grid, sheetId: string, rect: Rect | null, count: number): string[] {
  if (!rect) return Array.from({ length: count }, (_, index) => String(index + 1));
  const formats = grid.numberFormats(sheetId, rect).flat();
  return flat(grid.read(sheetId, rect)).map((value, index) => words(value, formats[index] ?? 'General'));
}

function modelOf(chart: GridChart, grid: Grid): ChartModel {
  const series = chart.series.map((each, index) => ({
    name: each.name,
    color: each.color || SERIES_COLORS[index % SERIES_COLORS.length] || SERIES_COLORS[0],
    pointColors: each.pointColors,
    values: each.values
      ? flat(grid.read(chart.sheetId, each.values)).map((value) => (typeof value === 'number' ? value : null))
      : [],
  }));
  const count = Math.max(0, ...series.map((each) => each.values.length));
  const format =
    chart.valueNumberFormat && chart.valueNumberFormat !== 'General' ? chart.valueNumberFormat : '#,##0.##';
  return {
    id: chart.id,
    kind: kindOf(chart.type),
    title: chart.title,
    categoryAxisTitle: chart.categoryAxisTitle,
    valueAxisTitle: chart.valueAxisTitle,
    legend: chart.legendVisible,
    altText: chart.altText,
    categories: categoriesOf(grid, chart.sheetId, chart.series[0]?.categories ?? null, count),
    series,
    format: (value) => numfmt.format(format, value).replace(/\.$/, ''),
    width: pixels(chart.width),
    height: pixels(chart.height),
  };
}
