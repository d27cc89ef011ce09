import type { GoFunction } from '../value/go-value.ts';

/** The functions of templates by name. */
export type FunctionRegistry = ReadonlyMap<string, GoFunction>;

/** One registry of several groups; a later group wins, as in Helm its own functions over sprig's. */
export function functionRegistry(groups: Iterable<readonly GoFunction[]>): FunctionRegistry {
  const registry = new Map<string, GoFunction>();
  for (const group of groups) for (const one of group) registry.set(one.name, one);
  return registry;
}
