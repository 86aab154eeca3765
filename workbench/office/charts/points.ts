/** The single points of a series, with colours of their own. */
import type { GridSeries } from '../grid';
import type { Change } from './parts';
import type { Argument, Served } from '../served';
import type { WorkbookState } from '../state';
import { remembered } from '../served';
import { failure } from '../failure';
import { integerArgument } from '../arguments';
import { colorOf } from '../range/format';
import { cellCount } from '../range/content';

export function pointsObject(state: WorkbookState, series: GridSeries, key: string, change: Change): Served {
  const count = (): number => (series.values === null ? 0 : cellCount(series.values));
  const at = (index: number): Served => {
    if (index < 0 || index >= count()) throw failure('InvalidArgument', 'ChartPointsCollection.getItemAt');
    const paint = (color: Argument | undefined): void =>
      change(() => {
        while (series.pointColors.length <= index) series.pointColors.push('');
        series.pointColors[index] = colorOf(color as string, 'ChartPointFormat.fill');
      }, 'points.format.fill');
    return {
      kind: 'ChartPoint',
      scalars: remembered(state.bag(`${key} point ${index}`), { hasDataLabel: false }),
      parts: {
        format: () => ({
          kind: 'ChartPointFormat',
          parts: {
            fill: () => ({
              kind: 'ChartFill',
              calls: { setSolidColor: ([color]) => paint(color), clear: () => paint('') },
            }),
          },
        }),
      },
    };
  };
  return {
    kind: 'ChartPointsCollection',
    items: () => Array.from({ length: count() }, (_none, index) => at(index)),
    find: (key) => at(Number(key)),
    scalars: { count: { get: count } },
    calls: { getCount: count },
    gives: { getItemAt: ([index]) => at(integerArgument(index, 'ChartPointsCollection.getItemAt')) },
  };
}
