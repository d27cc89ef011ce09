import { isOnlyReference, type References } from './references.ts';
import type { SchemaPlace } from './schema-place.ts';
import { subschemas } from './subschemas.ts';

/** What references alone lead to. */
const LIBRARIES: ReadonlySet<string> = new Set(['$defs', 'definitions', 'contentSchema']);

/** The schemas that a value can meet: a mistake in a definition that nothing refers to does no harm. */
export function reachableParts(references: References): ReadonlySet<unknown> {
  const reached = new Set<unknown>();
  const open: SchemaPlace[] = [references.root];
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    const { schema } = place;
    if (reached.has(schema)) continue;
    reached.add(schema);
    open.push(...references.follow(place));
    if (isOnlyReference(schema, place.dialect)) continue;
    for (const { keys } of subschemas(schema)) {
      if (!LIBRARIES.has(keys[0]!)) open.push(references.step(place, ...keys));
    }
  }
  return reached;
}
