/** A value axis: round limits and ticks that hold zero and all values. */
export interface Scale {
  readonly min: number;
  readonly max: number;
  readonly ticks: readonly number[];
  /** Share of the axis, 0 at min and 1 at max. */
  readonly at: (value: number) => number;
}

/** @param wanted about how many steps there should be */
export function valueScale(values: readonly number[], wanted: number): Scale {
  const low = Math.min(0, ...values);
  const high = Math.max(0, ...values);
  const span = high - low || 1;
  const step = roundStep(span / Math.max(1, wanted), [1, 2, 2.5, 5]);
  const min = Math.floor(low / step + 1e-9) * step;
  const max = Math.max(min + step, Math.ceil(high / step - 1e-9) * step);
  return scaleOf(min, max, step);
}

/** Bounds that are given; null ones are chosen. */
export interface Bounds {
  readonly minimum: number | null;
  readonly maximum: number | null;
  readonly majorUnit: number | null;
}

/**
 * An axis of numbers as Excel chooses it ("How chart axis limits are calculated", Microsoft KB 214075): it starts at zero unless
 * the values lie within a sixth of the highest, and leaves a twentieth of their span free.
 * @param wanted about how many steps there should be
 */
export function numberScale(values: readonly number[], wanted: number, bounds: Bounds): Scale {
  const lowest = values.length === 0 ? 0 : Math.min(...values);
  const highest = values.length === 0 ? 1 : Math.max(...values);
  const spread = highest - lowest;
  const low = bounds.minimum ?? freeEnd(lowest, highest, spread);
  const given = bounds.maximum ?? -freeEnd(-highest, -lowest, spread);
  const high = given > low ? given : low + (Math.abs(low) || 1);
  const step = bounds.majorUnit ?? roundStep((high - low) / Math.max(1, wanted), [1, 2, 5]);
  const min = bounds.minimum ?? Math.floor(low / step + 1e-9) * step;
  const max = bounds.maximum ?? Math.max(min + step, Math.ceil(high / step - 1e-9) * step);
  return scaleOf(min, max, step);
}

/** Lower end of an axis before rounding; the upper end is that of the negated values. */
function freeEnd(lowest: number, highest: number, spread: number): number {
  if (lowest < 0) return lowest - spread / 20;
  return spread === 0 || spread > highest / 6 ? 0 : lowest - spread / 2;
}

function roundStep(rough: number, round: readonly number[]): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  return (round.find((each) => each * power >= rough * (1 - 1e-9)) ?? 10) * power;
}

function scaleOf(min: number, max: number, step: number): Scale {
  const count = Math.floor((max - min) / step + 1e-9);
  const ticks = Array.from({ length: count + 1 }, (_, index) => Number((min + index * step).toPrecision(12)));
  return { min, max, ticks, at: (value) => (value - min) / (max - min) };
}
