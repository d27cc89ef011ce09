import type { ResolvedScalar } from './resolve-scalar.ts';

/**
 * The JSON key that Helm makes of a map key (`convertToJSONableObject` of sigs.k8s.io/yaml): `yes` is "true", `0x10` is "16",
 * `1.0` is "1". Undefined for keys it refuses: null and integers beyond 63 bits.
 */
export function keyText(key: ResolvedScalar): string | undefined {
  switch (key.kind) {
    case 'null':
    case 'uint':
      return undefined;
    case 'int':
      return (key.exact ?? key.value ?? '').toString();
    case 'float':
      return float32Text(key.value as number);
    default:
      return String(key.value);
  }
}

/** Go's `strconv.FormatFloat(value, 'g', -1, 32)`: the fewest digits that give back the same 32-bit float. */
function float32Text(value: number): string {
  const single = Math.fround(value);
  if (Number.isNaN(single)) return '.nan';
  if (!Number.isFinite(single)) return single > 0 ? '.inf' : '-.inf';
  if (single === 0) return Object.is(single, -0) ? '-0' : '0';
  let digits = 1;
  while (digits < 9 && Math.fround(Number(single.toExponential(digits - 1))) !== single) digits++;
  const [mantissa = '', power = '0'] = single.toExponential(digits - 1).split('e');
  const exponent = Number(power);
  if (exponent < -4 || exponent >= 6) {
    const size = Math.abs(exponent);
    return `${mantissa}e${exponent < 0 ? '-' : '+'}${size < 10 ? '0' : ''}${size}`;
  }
  return String(Number(`${mantissa}e${exponent}`));
}
