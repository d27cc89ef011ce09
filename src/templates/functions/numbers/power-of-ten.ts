/** Go's `math.Pow(10, places)`, step by step, because each rounding shows. */
export function powerOfTen(places: number): number {
  if (places === 0) return 1;
  if (places > 400 || places < -400) return places > 0 ? Number.POSITIVE_INFINITY : 0;
  let result = 1;
  let exponent = 0;
  // 10 is 0.625 * 2 ** 4.
  let factor = 0.625;
  let factorExponent = 4;
  for (let left = Math.abs(places); left !== 0; left >>= 1) {
    if (left & 1) {
      result *= factor;
      exponent += factorExponent;
    }
    factor *= factor;
    factorExponent *= 2;
    if (factor < 0.5) {
      factor += factor;
      factorExponent--;
    }
  }
  return places < 0 ? scaled(1 / result, -exponent) : scaled(result, exponent);
}

/** `value * 2 ** exponent` without passing infinity or zero on the way. */
function scaled(value: number, exponent: number): number {
  const half = Math.trunc(exponent / 2);
  return value * 2 ** half * 2 ** (exponent - half);
}
