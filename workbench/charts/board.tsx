/** Charts floating over the sheet: kept for every sheet, shown on the one in front, redrawn when their cells change. */
import { numfmt } from '@univerjs/core';
import type { IDisposable } from '@univerjs/core';
import { useSyncExternalStore } from 'react';
import type { ReactElement } from 'react';
import type { Grid, GridChart } from '../office/grid';
import type { ChartBoard } from '../univer-grid';
import type { StartedUniver } from '../univer/start';
import { pixels } from '../univer/styles';
import { ChartView } from './view';
import { kindOf } from './model';
import type { ChartModel } from './model';
import { modelOf } from './reading';

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
      else this.models.set(chart.id, modelOf(chart, grid, numfmt.format));
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
