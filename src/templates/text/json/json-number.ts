import { GoError } from '../../value/go-error.ts';
import { formatFloat } from '../format-float.ts';

/** A float64 as Go's encoder writes it: whole numbers in full up to 1e21. Throws GoError for what is no number. */
export function jsonNumber(value: number): string {
  if (!Number.isFinite(value)) throw new GoError(`json: unsupported value: ${formatFloat(value, 'g', -1)}`);
  if (Number.isSafeInteger(value)) return Object.is(value, -0) ? '-0' : String(value);
  const size = Math.abs(value);
  if (size >= 1e-6 && size < 1e21) return formatFloat(value, 'f', -1);
  return formatFloat(value, 'e', -1).replace('e-0', 'e-');
}
