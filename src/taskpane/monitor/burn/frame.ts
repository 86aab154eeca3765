import type { BurnDownDay } from '../../../engine/monitor/review-types';

/** Size of the drawing and its margins, in its own units (about pixels at 320 px). */
export const FRAME = { width: 288, height: 176, left: 44, right: 10, top: 20, bottom: 24 } as const;

/** Where days and tokens stand on the drawing. */
export interface BurnFrame {
  x(day: number): number;
  y(tokens: number): number;
  /** Tokens and days that are labelled, rising. */
  readonly levels: readonly number[];
  readonly days: readonly number[];
}

export type BurnLine = 'balance' | 'expected' | 'p10' | 'p50' | 'p90';
const LINES: readonly BurnLine[] = ['balance', 'expected', 'p10', 'p50', 'p90'];

/** Null when there is nothing to draw: fewer than two days, or no tokens at all. */
export function burnFrame(burnDown: readonly BurnDownDay[]): BurnFrame | null {
  const first = burnDown[0]?.day;
  const last = burnDown.at(-1)?.day;
  const most = burnDown.reduce((high, point) => Math.max(high, ...LINES.map((line) => point[line] ?? 0)), 0);
  if (first === undefined || last === undefined || last <= first || most <= 0) return null;
  const top = roundUp(most);
  const across = FRAME.width - FRAME.left - FRAME.right;
  const down = FRAME.height - FRAME.top - FRAME.bottom;
  return {
    x: (day) => FRAME.left + (across * (day - first)) / (last - first),
    y: (tokens) => FRAME.top + down * (1 - Math.min(1, Math.max(0, tokens / top))),
    levels: [0, top / 2, top],
    days: [first, Math.round((first + last) / 2), last],
  };
}

/** The next 1, 2, 2.5, 4, 5 or 8 of a power of ten: half of it is still a plain number. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 2.5, 4, 5, 8].find((one) => one * power >= value) ?? 10;
  return step * power;
}

const point = (x: number, y: number): string => `${x.toFixed(1)} ${y.toFixed(1)}`;

/** A line as an SVG path; it breaks where it is not known. */
export function linePath(burnDown: readonly BurnDownDay[], line: BurnLine, frame: BurnFrame): string {
  let broken = true;
  return burnDown
    .flatMap((day) => {
      const tokens = day[line];
      if (tokens === null) {
        broken = true;
        return [];
      }
      const step = `${broken ? 'M' : 'L'}${point(frame.x(day.day), frame.y(tokens))}`;
      broken = false;
      return [step];
    })
    .join(' ');
}

/** The band between the fast and the slow path as a closed shape; empty without a forecast. */
export function bandPath(burnDown: readonly BurnDownDay[], frame: BurnFrame): string {
  const ahead = burnDown.filter((day) => day.p10 !== null && day.p90 !== null);
  if (ahead.length < 2) return '';
  const upper = ahead.map((day) => point(frame.x(day.day), frame.y(day.p90 ?? 0)));
  const lower = [...ahead].reverse().map((day) => point(frame.x(day.day), frame.y(day.p10 ?? 0)));
  return `M${[...upper, ...lower].join(' L')} Z`;
}
