/** Parts of an amount: `1.5` and `Gi` of `1.5Gi`. From apimachinery/pkg/api/resource/quantity.go, parseQuantityString. */
const QUANTITY = /^([+-]?(?:\d+(?:\.\d*)?|\.\d+))(|[KMGTPE]i|[numkMGTPE]|[eE][+-]?\d+)$/;
const BINARY: Readonly<Record<string, number>> = { Ki: 10, Mi: 20, Gi: 30, Ti: 40, Pi: 50, Ei: 60 };
const DECIMAL: Readonly<Record<string, number>> = {
  n: -9,
  u: -6,
  m: -3,
  k: 3,
  M: 6,
  G: 9,
  T: 12,
  P: 15,
  E: 18,
};

/** The amount as a number; undefined where Kubernetes cannot read it. Close enough to compare, not exact. */
export function parseQuantity(written: string | number): number | undefined {
  const match = QUANTITY.exec(withoutSpaces(String(written)));
  if (!match) return undefined;
  const [, digits, suffix] = match;
  const number = Number(digits);
  if (suffix === '' || suffix === undefined) return number;
  if (Object.hasOwn(BINARY, suffix)) return number * 2 ** BINARY[suffix]!;
  if (Object.hasOwn(DECIMAL, suffix)) return number * 10 ** DECIMAL[suffix]!;
  return number * 10 ** Number(suffix.slice(1));
}

/** Without spaces around it, in time that grows with the text. */
function withoutSpaces(text: string): string {
  let [start, end] = [0, text.length];
  while (text[start] === ' ') start += 1;
  while (end > start && text[end - 1] === ' ') end -= 1;
  return text.slice(start, end);
}

/** The spelling that was meant: `128MiB`, `128mb`, `1 Gi`, `0.5 cores`, `1g`; undefined where there is no guess. */
export function meantQuantity(written: string): string | undefined {
  const match = /^\s*([+-]?(?:\d+(?:\.\d+)?|\.\d+))(?:\s*([A-Za-z]+))?\s*$/.exec(written);
  if (!match) return undefined;
  const [, number, unit = ''] = match;
  const lower = unit.toLowerCase();
  if (/^(cpus?|cores?|vcpus?)$/.test(lower)) return number;
  if (/^(mcpu|millicores?|mc)$/.test(lower)) return `${number}m`;
  const letter = /^([kmgtpe])(i?)b?(yte)?s?$/.exec(lower);
  if (letter) {
    const big = letter[1] === 'k' && letter[2] === '' ? 'k' : letter[1]!.toUpperCase();
    return `${number}${big}${letter[2]}`;
  }
  return lower === 'b' || lower === 'bytes' ? number : undefined;
}
