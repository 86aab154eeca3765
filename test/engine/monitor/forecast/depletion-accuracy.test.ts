import { accuracies, CHOICE, type Accuracy } from '../../../../bench/depletion/accuracy';
import { birthCases, projectCases } from '../../../../bench/depletion/cases';

/** A twentieth of the bench's cases; seed and days are fixed, so the figures are too. */
const FIRMS = 50;
const SEED = 7;
const STEP = 100;

function rules(all: readonly Accuracy[]): (rule: string) => Accuracy {
  return (rule) => {
    const found = all.find((each) => each.rule === rule);
    if (!found) throw new Error(`no rule ${rule}`);
    return found;
  };
}

test('births: dates are about two days off, far nearer than the average to date, and P10 to P90 holds most of them', () => {
  const of = rules(accuracies(birthCases(STEP)));
  expect(of(CHOICE).cases).toBeGreaterThan(40);
  expect(of(CHOICE).mae).toBeLessThanOrEqual(2.2);
  expect(of(CHOICE).mae).toBeLessThan(0.5 * of('average to date').mae);
  expect(of(CHOICE).coverage).toBeGreaterThanOrEqual(0.75);
  expect(of(CHOICE).coverage).toBeLessThanOrEqual(0.95);
});

test('volatile firms: dates are nearer than the average to date brings them, and P10 to P90 holds most of them', () => {
  const of = rules(accuracies(projectCases(FIRMS, SEED)));
  expect(of(CHOICE).cases).toBe(150);
  expect(of(CHOICE).mae).toBeLessThanOrEqual(0.93 * of('average to date').mae);
  expect(of(CHOICE).mae).toBeLessThan(0.6 * of('7-day mean').mae);
  expect(of(CHOICE).coverage).toBeGreaterThanOrEqual(0.7);
  expect(of(CHOICE).coverage).toBeLessThanOrEqual(0.92);
});
