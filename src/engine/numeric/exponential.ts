/** ln 2, and its part of few digits: k times that part is exact, so that little is lost when it is taken off. */
const LN_2 = 0.6931471805599453;
const LN_2_HIGH = 0.6931471803691238;
const LN_2_LOW = 1.9082149292705877e-10;
const ROOT_HALF = 0.7071067811865476;
const EXP_TERMS = 14;
const LOG_TERMS = 12;

/**
 * e^x, to about 16 significant digits. Languages leave the last digit of e^x and ln x to the machine; these two use nothing but IEEE
 * addition, multiplication and division, so that a simulation gives the same digits in every browser and on every computer.
 * Method: x = k·ln 2 + r with |r| ≤ ln 2 ÷ 2, Taylor series of e^r.
 */
export function exponential(x: number): number {
  if (!(x > -746)) return Number.isNaN(x) ? NaN : 0;
  if (x > 710) return Infinity;
  const halvings = Math.round(x / LN_2);
  const rest = x - halvings * LN_2_HIGH - halvings * LN_2_LOW;
  let value = 1;
  for (let term = EXP_TERMS; term >= 1; term--) value = 1 + (value * rest) / term;
  for (let k = 0; k < halvings; k++) value *= 2;
  for (let k = 0; k > halvings; k--) value /= 2;
  return value;
}

/**
 * ln x, to about 16 significant digits, the same on every machine (see exponential). Method: x = m·2^k with m around 1, then twice the
 * inverse hyperbolic tangent series of (m − 1) ÷ (m + 1).
 * @returns −Infinity for 0, NaN below
 */
export function logarithm(x: number): number {
  if (x === 0) return -Infinity;
  if (!(x > 0)) return NaN;
  if (x === Infinity) return Infinity;
  let mantissa = x;
  let doublings = 0;
  for (; mantissa >= 2 * ROOT_HALF; doublings++) mantissa /= 2;
  for (; mantissa < ROOT_HALF; doublings--) mantissa *= 2;
  const s = (mantissa - 1) / (mantissa + 1);
  const square = s * s;
  let series = 0;
  for (let term = LOG_TERMS; term >= 1; term--) series = square * (1 / (2 * term + 1) + series);
  return doublings * LN_2_HIGH + (doublings * LN_2_LOW + 2 * (s + s * series));
}
