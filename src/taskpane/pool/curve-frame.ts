import type { PoolOutcome } from '../../excel/contract/pool';

/** Size of the drawing and its margins, in its own units (about pixels at 320 px). */
export const FRAME = { width: 288, height: 168, left: 40, right: 10, top: 20, bottom: 34 } as const;

/** Where figures stand on the drawing. */
export interface CurveFrame {
  x(size: number): number;
  y(risk: number): number;
  /** Risks and sizes that are labelled, rising. */
  readonly risks: readonly number[];
  readonly sizes: readonly number[];
}

/** Null when there is no curve to draw: no points, or all of one size. */
export function curveFrame(outcome: PoolOutcome): CurveFrame | null {
  const sizes = [...outcome.curve, ...outcome.choices].map((point) => point.size);
  const least = Math.min(...sizes);
  const most = Math.max(...sizes);
  if (outcome.curve.length < 2 || !(most > least)) return null;
  const highest = Math.max(
    outcome.tolerance,
    ...[...outcome.curve, ...outcome.choices].map((point) => point.stockoutRisk),
  );
  const top = Math.max(0.1, Math.ceil(highest * 10) / 10);
  const across = FRAME.width - FRAME.left - FRAME.right;
  const down = FRAME.height - FRAME.top - FRAME.bottom;
  return {
    x: (size) => FRAME.left + (across * (size - least)) / (most - least),
    y: (risk) => FRAME.top + down * (1 - Math.min(1, Math.max(0, risk / top))),
    risks: [0, top / 2, top],
    sizes: [least, (least + most) / 2, most],
  };
}

/** The curve as an SVG path through its points. */
export function curvePath(outcome: PoolOutcome, frame: CurveFrame): string {
  return outcome.curve
    .map(
      ({ size, stockoutRisk }, index) =>
        `${index === 0 ? 'M' : 'L'}${frame.x(size).toFixed(1)} ${frame.y(stockoutRisk).toFixed(1)}`,
    )
    .join(' ');
}
