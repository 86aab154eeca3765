import { exponential } from '../../../src/engine/numeric/exponential';

const ROOT_TWO_PI = 2.5066282746310002;
/** From here on the tail comes from its continued fraction; below, 1 − the series keeps 15 digits. */
const TAIL_FROM = 1.5;
const FRACTION_TERMS = 120;

/** Density of the standard normal distribution. */
export function normalDensity(z: number): number {
  return exponential(-0.5 * z * z) / ROOT_TWO_PI;
}

/**
 * P(Z > z) of the standard normal distribution, to about 14 significant digits in the tail too. Near 0 the series
 * z + z³/3 + z⁵/(3·5) + … (Marsaglia 2004, "Evaluating the normal distribution"), beyond it Laplace's continued fraction of Mills' ratio.
 */
export function normalUpperTail(z: number): number {
  if (Number.isNaN(z)) return NaN;
  if (z < 0) return 1 - normalUpperTail(-z);
  if (z < TAIL_FROM) return 0.5 - normalDensity(z) * oddSeries(z);
  return normalDensity(z) * millsRatio(z);
}

/** P(Z ≤ z) of the standard normal distribution. */
export function normalCumulative(z: number): number {
  return normalUpperTail(-z);
}

/** Standard normal loss: E[(Z − z)+] = φ(z) − z·P(Z > z). */
export function normalLoss(z: number): number {
  if (z < TAIL_FROM) return normalDensity(z) - z * normalUpperTail(z);
  // 1 − z·Mills(z), with Mills(z) = 1/(z + f), is f/(z + f): no difference of nearly equal numbers is left in the tail.
  const rest = fractionBelow(z);
  return (normalDensity(z) * rest) / (z + rest);
}

function oddSeries(z: number): number {
  const square = z * z;
  let term = z;
  let sum = z;
  for (let odd = 3; Math.abs(term) > 1e-18 * Math.abs(sum); odd += 2) {
    term *= square / odd;
    sum += term;
  }
  return sum;
}

function millsRatio(z: number): number {
  return 1 / (z + fractionBelow(z));
}

/** 1/(z + 2/(z + 3/(z + …))). */
function fractionBelow(z: number): number {
  let value = 0;
  for (let k = FRACTION_TERMS; k >= 1; k--) value = k / (z + value);
  return value;
}
