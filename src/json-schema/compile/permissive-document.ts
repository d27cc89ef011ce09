import type { JsonSchema } from '../../model/chart-profile.ts';
import { parsePointer } from '../../model/json-pointer.ts';
import type { Dialect } from '../dialect.ts';

/**
 * A document in which every given fragment (`/definitions/port`, `anchor`, or nothing) names a schema that takes anything.
 * It stands in for a document that is not at hand, so that the rest of the schema is still checked.
 */
export function permissiveDocument(fragments: Iterable<string>, dialect: Dialect): JsonSchema {
  const document: Record<string, unknown> = {};
  const anchors: Record<string, unknown> = {};
  for (const fragment of fragments) {
    if (fragment.startsWith('/')) addAt(document, parsePointer(fragment));
    else if (fragment !== '') anchors[fragment] = anchor(fragment, dialect);
  }
  // A keyword that every draft looks into for ids.
  if (Object.keys(anchors).length > 0) document.allOf = [{ properties: anchors }];
  return document;
}

function addAt(document: Record<string, unknown>, segments: readonly string[]): void {
  let current = document;
  for (const segment of segments) {
    if (!Object.hasOwn(current, segment)) current[segment] = {};
    current = current[segment] as Record<string, unknown>;
  }
}

function anchor(name: string, dialect: Dialect): JsonSchema {
  if (dialect === 'draft-04') return { id: `#${name}` };
  if (dialect === 'draft-06' || dialect === 'draft-07') return { $id: `#${name}` };
  return { $anchor: name };
}
