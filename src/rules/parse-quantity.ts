import type { JsonValue } from '../model/json-value.ts';

/** What a suffix multiplies by (Kubernetes apimachinery, `resource.Quantity`): decimal, then binary. */
const FACTORS: ReadonlyMap<string, number> = new Map([
  ['n', 1e-9],
  ['u', 1e-6],
  ['m', 1e-3],
  ['', 1],
  ['k', 1e3],
  ['M', 1e6],
  ['G', 1e9],
  ['T', 1e12],
  ['P', 1e15],
  ['E', 1e18],
  ['Ki', 2 ** 10],
  ['Mi', 2 ** 20],
  ['Gi', 2 ** 30],
  ['Ti', 2 ** 40],
  ['Pi', 2 ** 50],
  ['Ei', 2 ** 60],
]);
const QUANTITY = /^([+-]?(?:\d+(?:\.\d*)?|\.\d+))(?:([numkMGTPE]|[KMGTPE]i)|[eE]([+-]?\d+))?$/;

export interface Quantity {
  /** In cores, bytes, or whatever the resource counts. */
  readonly amount: number;
  /** The number as written, without its suffix. */
  readonly digits: string;
  readonly suffix: string;
}

/** A Kubernetes quantity (`500m`, `1Gi`, `2`, `1e3`); undefined when the value is none. */
export function parseQuantity(value: JsonValue | undefined): Quantity | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const text = String(value);
  const plain = plainQuantity(text);
  if (plain !== undefined) return plain;
  const match = QUANTITY.exec(text);
  if (match === null) return undefined;
  const [, digits = '', suffix = '', exponent] = match;
  const factor = exponent === undefined ? FACTORS.get(suffix) : 10 ** Number(exponent);
  return factor === undefined ? undefined : { amount: Number(digits) * factor, digits, suffix };
}

/** Digits and a suffix, which nearly every quantity is, without the regular expression. */
function plainQuantity(text: string): Quantity | undefined {
  let end = 0;
  while (end < text.length && isDigit(text.charCodeAt(end))) end++;
  if (end === 0) return undefined;
  const suffix = text.slice(end);
  const factor = FACTORS.get(suffix);
  if (factor === undefined) return undefined;
  const digits = text.slice(0, end);
  return { amount: Number(digits) * factor, digits, suffix };
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
