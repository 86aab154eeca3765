import { plannedDemand } from '../../../../src/engine/monitor/forecast/planned-demand';
import { firstSerialOfMonth, monthIndexOf } from '../../../../src/engine/numeric';
import type { PlannedEffect } from '../../../../src/engine/pool';
import { OCTOBER } from '../../../excel/workbook';

/** The pool's year begins on 1 November 2026, a Sunday. */
const NOVEMBER = monthIndexOf(OCTOBER) + 1;
const FIRST = firstSerialOfMonth(NOVEMBER);
const NO_DAYS_OFF: ReadonlySet<number> = new Set();

function effect(start: number, end: number, mean: number, more: Partial<PlannedEffect> = {}): PlannedEffect {
  return {
    project: {
      row: 2,
      name: 'Harbour',
      start,
      end,
      people: 1,
      products: ['Revit'],
      tokensPerPersonMonth: null,
      probability: 0.5,
      continues: '',
    },
    burst: { name: 'Harbour', probability: 0.5, mean, sd: 0, monthShares: [] },
    replaced: 0,
    basis: '',
    ...more,
  };
}

const sum = (tokens: Float64Array): number => tokens.reduce((total, count) => total + count, 0);

describe('Planned work by day', () => {
  test('the expected tokens of a project fall evenly on its working days and on no other', () => {
    const planned = plannedDemand([effect(FIRST, FIRST + 6, 1000)], NOVEMBER, OCTOBER, NO_DAYS_OFF)!;
    expect(planned).toMatchObject({ firstDay: OCTOBER + 1, projects: ['Harbour'] });
    expect([...planned.tokens.slice(FIRST - OCTOBER - 1)]).toEqual([0, 100, 100, 100, 100, 100]);
    expect(sum(planned.tokens)).toBeCloseTo(500, 9);
  });

  test('a day off is no working day, and a project of a weekend alone is worked on it', () => {
    const off = new Set([FIRST + 1]);
    const planned = plannedDemand([effect(FIRST, FIRST + 6, 1000)], NOVEMBER, OCTOBER, off)!;
    expect(planned.tokens[FIRST + 1 - planned.firstDay]).toBe(0);
    expect(sum(planned.tokens)).toBeCloseTo(500, 9);
    const weekend = plannedDemand([effect(FIRST - 1, FIRST, 1000)], NOVEMBER, OCTOBER, NO_DAYS_OFF)!;
    expect(weekend.tokens[FIRST - weekend.firstDay]).toBe(500);
  });

  test('what history already holds of a project is not expected twice, and never takes tokens away', () => {
    const some = plannedDemand(
      [effect(FIRST, FIRST + 6, 1000, { replaced: 200 })],
      NOVEMBER,
      OCTOBER,
      NO_DAYS_OFF,
    )!;
    expect(sum(some.tokens)).toBeCloseTo(300, 9);
    expect(
      plannedDemand([effect(FIRST, FIRST + 6, 1000, { replaced: 900 })], NOVEMBER, OCTOBER, NO_DAYS_OFF),
    ).toBeUndefined();
  });

  test('days up to the as-of date are over; a project that goes on keeps its pace', () => {
    const long = effect(FIRST - 30, FIRST + 27, 2000);
    const planned = plannedDemand([long], NOVEMBER, OCTOBER, NO_DAYS_OFF)!;
    expect(planned.firstDay).toBe(OCTOBER + 1);
    const daily = 1000 / 20;
    expect(planned.tokens[0]).toBeCloseTo(daily, 9);
    expect(Math.max(...planned.tokens)).toBeCloseTo(daily, 9);
  });

  test('a year mistyped by thousands does not fill memory', () => {
    const planned = plannedDemand([effect(FIRST, 2_000_000, 1000)], NOVEMBER, OCTOBER, NO_DAYS_OFF)!;
    // Three years of 366 days; until then the pace of its working days in the pool's year.
    expect(planned.tokens.length).toBe(1098);
    expect(planned.tokens[FIRST + 1 - planned.firstDay]).toBeCloseTo(500 / 260, 9);
    expect(Math.max(...planned.tokens)).toBeCloseTo(500 / 260, 9);
  });
});
