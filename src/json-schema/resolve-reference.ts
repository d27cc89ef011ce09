import type { JsonSchema } from '../model/chart-profile.ts';
import { parsePointer } from '../model/json-pointer.ts';
import { decodeFragment } from './split-reference.ts';

/** The part of the schema that a local reference (`#/definitions/port`) names; undefined for remote or dangling ones. */
export function resolveReference(root: JsonSchema, reference: string): unknown {
  if (reference === '#') return root;
  if (!reference.startsWith('#/')) return undefined;
  let current: unknown = root;
  for (const segment of parsePointer(decodeFragment(reference.slice(1)))) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, segment)) return undefined;
    current = (current as Record<string, unknown>)[segment];
  }
  return current;
}
