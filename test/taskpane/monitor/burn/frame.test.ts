import type { BurnDownDay } from '../../../../src/engine/monitor/review-types';
import { bandPath, burnFrame, FRAME, linePath } from '../../../../src/taskpane/monitor/burn/frame';
import { MONITOR_OUTCOME } from '../fixtures';

const { burnDown } = MONITOR_OUTCOME;
const frame = burnFrame(burnDown);
const points = (path: string): readonly (readonly [number, number])[] =>
  [...path.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map((match) => [Number(match[1]), Number(match[2])]);

const only = (line: Partial<BurnDownDay>, day: number): BurnDownDay => ({
  day,
  balance: null,
  expected: null,
  p10: null,
  p50: null,
  p90: null,
  ...line,
});

describe('the burn-down as drawn', () => {
  test('every line stays within the drawing', () => {
    if (frame === null) throw new Error('nothing drawn');
    for (const line of ['balance', 'expected', 'p10', 'p50', 'p90'] as const) {
      const drawn = points(linePath(burnDown, line, frame));
      expect(drawn.length).toBeGreaterThan(10);
      for (const [x, y] of drawn) {
        expect(x).toBeGreaterThanOrEqual(FRAME.left);
        expect(x).toBeLessThanOrEqual(FRAME.width - FRAME.right);
        expect(y).toBeGreaterThanOrEqual(FRAME.top);
        expect(y).toBeLessThanOrEqual(FRAME.height - FRAME.bottom);
      }
    }
  });

  test('the fast path never lies above the middle one, nor that above the slow one', () => {
    if (frame === null) throw new Error('nothing drawn');
    const [fast = [], middle = [], slow = []] = (['p10', 'p50', 'p90'] as const).map((line) =>
      points(linePath(burnDown, line, frame)),
    );
    middle.forEach(([, y], index) => {
      expect(fast[index]?.[1] ?? 0).toBeGreaterThanOrEqual(y);
      expect(slow[index]?.[1] ?? Infinity).toBeLessThanOrEqual(y);
    });
  });

  test('a line breaks where nothing is known, and does not bridge the gap', () => {
    const days = [only({ balance: 10 }, 1), only({}, 2), only({ balance: 5 }, 3), only({ balance: 4 }, 4)];
    const small = burnFrame(days);
    if (small === null) throw new Error('nothing drawn');
    expect(linePath(days, 'balance', small).replace(/[\d. ]+/g, '')).toBe('MML');
  });

  test('the band closes, and there is none without a forecast', () => {
    if (frame === null) throw new Error('nothing drawn');
    expect(bandPath(burnDown, frame)).toMatch(/^M.* Z$/);
    expect(bandPath([only({ balance: 3 }, 1), only({ balance: 2 }, 2)], frame)).toBe('');
  });

  test('labelled tokens are plain numbers that reach to the highest line', () => {
    expect(frame?.levels).toEqual([0, 25_000, 50_000]);
    const levels = burnFrame([only({ balance: 12_420 }, 1), only({ balance: 0 }, 9)])?.levels;
    expect(levels).toEqual([0, 10_000, 20_000]);
  });

  test('an empty pool or a single day draws nothing rather than something broken', () => {
    expect(burnFrame([])).toBeNull();
    expect(burnFrame([only({ balance: 5 }, 1)])).toBeNull();
    expect(burnFrame([only({ balance: 0 }, 1), only({ balance: 0 }, 2)])).toBeNull();
  });
});
