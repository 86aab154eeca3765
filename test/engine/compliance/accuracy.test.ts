import { grave, precision, recall, score, total } from '../../../bench/compliance/score';

/** A twentieth of the bench, on an office it does not print. */
const { rules, fooled } = score(1, 4_242, () => 0);

describe('one labelled office', () => {
  it('nine of ten people listed above low severity are right, four of five of all', () => {
    const all = total(rules);
    expect(precision(grave(all))).toBeGreaterThanOrEqual(0.9);
    expect(precision(all)).toBeGreaterThanOrEqual(0.8);
  });

  it('nine of ten planted cases are found, four of five by every single rule', () => {
    expect(recall(total(rules))).toBeGreaterThanOrEqual(0.9);
    for (const line of rules) expect([line.rule, line.planted > 0]).toEqual([line.rule, true]);
    for (const line of rules) expect(recall(line)).toBeGreaterThanOrEqual(0.8);
  });

  it('nobody is listed who is neither planted nor made to look like a case, yearly and monthly totals included', () => {
    expect(Object.keys(fooled).filter((kind) => kind.startsWith('ordinary'))).toEqual([]);
  });
});
