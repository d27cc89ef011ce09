import type { CallContext } from '../../value/go-value.ts';

/** Numbers below `limit` that stand for chance: other ones for each call, the same ones in each rendering. */
export function randomNumbers(count: number, limit: number, context: CallContext): number[] {
  context.spend(count);
  let state = (context.chance() * 0x9e3779b1 + 0x6d2b79f5) | 0;
  return Array.from({ length: count }, () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  });
}

/** A text of so many of these characters. */
export function randomText(count: number, alphabet: string, context: CallContext): string {
  return randomNumbers(count, alphabet.length, context)
    .map((number) => alphabet[number])
    .join('');
}

/** So many bytes. */
export function randomBytes(count: number, context: CallContext): Uint8Array {
  return Uint8Array.from(randomNumbers(count, 256, context));
}
