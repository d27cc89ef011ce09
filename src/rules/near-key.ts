import { distance } from 'fastest-levenshtein';

/** The key without what people get wrong about it: case, dashes, underscores. */
export function plainKey(key: string): string {
  return key.replaceAll(/[-_.\s]/g, '').toLowerCase();
}

/** Pairs of words that make two different keys, however near they look. */
const OPPOSITES = [
  ['min', 'max'],
  ['http', 'https'],
  ['tcp', 'udp'],
  ['pre', 'post'],
  ['enable', 'disable'],
  ['ingress', 'egress'],
] as const;

/** The one of the known keys that was most likely meant: spelled almost alike, and not another word. */
export function nearKey(key: string, known: readonly string[]): string | undefined {
  const plain = plainKey(key);
  const same = known.find((name) => name !== key && plainKey(name) === plain);
  if (same !== undefined) return same;
  const near = known
    .map((name) => ({ name, edits: distance(plain, plainKey(name)) }))
    .filter(({ name, edits }) => isTypo(plain, plainKey(name), edits))
    .sort((a, b) => a.edits - b.edits);
  return near[0]?.name;
}

/** Whether two words are one word with a slip: a letter more, less, doubled or swapped, or `enable` for `enabled`. */
function isTypo(a: string, b: string, edits: number): boolean {
  const length = Math.min(a.length, b.length);
  if (length < 4 || edits > 2 || (edits === 2 && !(length >= 6 && isSwap(a, b)))) return false;
  // `host1` and `host2`, `ipv4` and `ipv6` are siblings.
  if (a.replaceAll(/\d/g, '') === b.replaceAll(/\d/g, '')) return false;
  return !OPPOSITES.some(
    ([one, other]) =>
      (a.includes(one) && b === a.replace(one, other)) || (b.includes(one) && a === b.replace(one, other)),
  );
}

function isSwap(a: string, b: string): boolean {
  return a.length === b.length && [...a].sort().join('') === [...b].sort().join('');
}
