/** Whether the number is a whole multiple of the unit, in decimals as they are written: 0.3 is one of 0.1, as for Helm. */
export function isMultiple(value: number, unit: number): boolean {
  if (Number.isSafeInteger(value) && Number.isSafeInteger(unit)) return value % unit === 0;
  if (!Number.isFinite(value)) return false;
  const [digits, exponent] = decimal(value);
  const [unitDigits, unitExponent] = decimal(unit);
  const shift = exponent - unitExponent;
  return shift >= 0
    ? (digits * 10n ** BigInt(shift)) % unitDigits === 0n
    : digits % (unitDigits * 10n ** BigInt(-shift)) === 0n;
}

/** The number as digits and a power of ten. */
function decimal(value: number): readonly [digits: bigint, exponent: number] {
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  const [whole = '', fraction = ''] = mantissa.split('.');
  return [BigInt(whole + fraction), Number(exponent) - fraction.length];
}
