import { forecast } from '../../../../src/engine/monitor/forecast/forecast';
import { outlookFrom } from '../../../../src/engine/monitor/forecast/outlook';
import { on } from '../books';
import { series, weeks } from '../demand';

const history = series(on(1, 5), weeks(12, [100, 100, 100, 100, 100, 0, 0]));
const next = on(1, 5) + 84;

describe('what is expected to burn', () => {
  it('is the forecast, where the balance is known to the last day of usage', () => {
    const outlook = outlookFrom(history, next, 28, {});
    expect([...outlook.p50]).toEqual([...forecast(history, 28).p50]);
    expect(outlook.p50[27]).toBeCloseTo(2000, 6);
  });

  it('does not burn days again that a newer balance knows of', () => {
    const outlook = outlookFrom(history, next + 7, 21, {});
    expect(outlook.firstDay).toBe(next + 7);
    expect(outlook.p50[20]).toBeCloseTo(1500, 6);
  });

  it('has planned work on top of all three paths, on its days, and names it', () => {
    const plain = outlookFrom(history, next, 28, {});
    const planned = outlookFrom(
      history,
      next,
      28,
      {},
      {
        firstDay: next + 10,
        tokens: Float64Array.from([50, 50]),
        projects: ['Tower'],
      },
    );
    for (const path of ['p10', 'p50', 'p90'] as const) {
      expect(planned[path][9]! - plain[path][9]!).toBe(0);
      expect(planned[path][10]! - plain[path][10]!).toBeCloseTo(50, 9);
      expect(planned[path][27]! - plain[path][27]!).toBeCloseTo(100, 9);
    }
    expect(planned.basis).toContain('Planned work is added: Tower.');
  });
});
