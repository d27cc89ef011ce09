import { printPlain } from '../text/print-value.ts';
import { entryOrigin, itemOrigin } from '../value/entry-origin.ts';
import { goInt } from '../value/make-value.ts';
import type { Origin } from '../value/origin.ts';
import { sourceOf } from '../value/text-origin.ts';
import { bytesOf, compareGoStrings } from '../value/utf8.ts';
import { type Held, held, heldElement, NOTHING } from './held.ts';
import type { Scope } from './scope.ts';

/** What a `range` goes over: pairs of index or key and element. */
export interface Iterations {
  readonly length: number;
  at(index: number): readonly [index: Held, element: Held];
}

const NONE: Iterations = { length: 0, at: () => [NOTHING, NOTHING] };

/** Stops where Go cannot iterate (walkRange of text/template). Maps go by their keys' bytes. */
export function iterationsOf(scope: Scope, range: Held, variables: number): Iterations {
  const { value, origin } = range;
  if (value === undefined || value === null) return NONE;
  const { traced } = scope.run;
  if (typeof value === 'object') {
    switch (value.go) {
      case 'list': {
        const { items, element } = value;
        const from = (i: number): Origin | undefined => (traced ? itemOrigin(value, i, origin) : undefined);
        // Only a list gives numbers; a map in its place would give its keys.
        const counted = traced ? sourceOf(origin) : undefined;
        return {
          length: items.length,
          at: (i) => [held(goInt(i), counted), heldElement(items[i], element, from(i))],
        };
      }
      case 'map': {
        const { entries, element } = value;
        // What the body changes of the map is not seen.
        const sorted = [...entries].sort(([a], [b]) => compareGoStrings(a, b));
        const from = (key: string): Origin | undefined =>
          traced ? entryOrigin(value, key, origin) : undefined;
        const sources = traced ? sorted.map(([key]) => from(key)) : [];
        return {
          length: sorted.length,
          // The pieces of an element's text are none of its key's.
          at: (i) => [
            held(sorted[i]![0], sourceOf(sources[i])),
            heldElement(sorted[i]![1], element, sources[i]),
          ],
        };
      }
      case 'bytes': {
        const bytes = bytesOf(value.text);
        return {
          length: bytes.length,
          at: (i) => [held(goInt(i)), held(goInt(bytes[i]!, 'uint8'), origin)],
        };
      }
      case 'int': {
        if (variables > 1)
          scope.fail('range', `can't use ${value.value} to iterate over more than one variable`, origin);
        const { kind, type } = value;
        const length = value.value > 0n ? Number(value.value) : 0;
        return { length, at: (i) => [NOTHING, held(goInt(i, kind, type), origin)] };
      }
      default:
    }
  }
  return scope.fail('range', `range can't iterate over ${printPlain(value)}`, origin);
}
