const ROOT_TWO_PI = 2.5066282746310002;
/** From here on the tail comes from its continued fraction; below, 1 − the series keeps 15 digits. */
const TAIL_FROM = 1.5;
const FRACTION_TERMS = 120;

/** Density of the standard normal distribution. */
export function normalDensity(z: number): number {
  return Math.exp(-0.5 * z * z) / ROOT_TWO_PI;
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

const CENTRE_ABOVE = [
  3.387132872796366608, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125,
  45921.953931549871457, 67265.770927008700853, 33430.575583588128105, 2509.0809287301226727,
];
const CENTRE_BELOW = [
  1, 42.313330701600911252, 687.1870074920579083, 5394.1960214247511077, 21213.794301586595867,
  39307.89580009271061, 28729.085735721942674, 5226.495278852854561,
];
const SHOULDER_ABOVE = [
  1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504,
  1.27045825245236838258, 0.24178072517745061177, 0.0227238449892691845833, 0.00077454501427834140764,
];
const SHOULDER_BELOW = [
  1, 2.05319162663775882187, 1.6763848301838038494, 0.68976733498510000455, 0.14810397642748007459,
  0.0151986665636164571966, 0.0005475938084995344946, 1.05075007164441684324e-9,
];
const TAIL_ABOVE = [
  6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358, 0.29656057182850489123,
  0.026532189526576123093, 0.0012426609473880784386, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
];
const TAIL_BELOW = [
  1, 0.5998322065558879376, 0.1369298809227358053, 0.0148753612908506148525, 0.0007868691311456132591,
  1.8463183175100546818e-5, 1.4215117583164458887e-7, 2.04426310338993978564e-15,
];

/**
 * z with P(Z ≤ z) = p of the standard normal distribution, to about 16 significant digits (Wichura 1988, algorithm AS 241, PPND16).
 * @param p 0 to 1; 0 gives −∞, 1 gives ∞
 */
export function normalQuantile(p: number): number {
  if (!(p >= 0 && p <= 1)) return NaN;
  const q = p - 0.5;
  if (Math.abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return (q * polynomial(CENTRE_ABOVE, r)) / polynomial(CENTRE_BELOW, r);
  }
  const tail = q < 0 ? p : 1 - p;
  if (tail === 0) return q < 0 ? -Infinity : Infinity;
  const r = Math.sqrt(-Math.log(tail));
  const size =
    r <= 5
      ? polynomial(SHOULDER_ABOVE, r - 1.6) / polynomial(SHOULDER_BELOW, r - 1.6)
      : polynomial(TAIL_ABOVE, r - 5) / polynomial(TAIL_BELOW, r - 5);
  return q < 0 ? -size : size;
}

/** Coefficients from the constant up. */
function polynomial(coefficients: readonly number[], x: number): number {
  let value = 0;
  for (let i = coefficients.length - 1; i >= 0; i--) value = value * x + coefficients[i]!;
  return value;
}
