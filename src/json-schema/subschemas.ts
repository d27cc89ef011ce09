import { isJsonObject } from '../model/json-value.ts';
import { KEYWORDS, type Keyword } from './keywords.ts';

/** A schema right below another, and the keys that lead there. */
export interface Subschema {
  readonly schema: unknown;
  readonly keys: readonly string[];
}

/**
 * The schemas right below a schema, in the order of the text.
 * @param keywords those that count; by default all of all drafts.
 */
export function* subschemas(
  schema: unknown,
  keywords: ReadonlyMap<string, Keyword> = KEYWORDS,
): Iterable<Subschema> {
  if (!isJsonObject(schema)) return;
  for (const [keyword, value] of Object.entries(schema)) {
    switch (keywords.get(keyword)?.holds) {
      case 'schema':
        yield { schema: value, keys: [keyword] };
        break;
      case 'list of schemas':
        yield* list(keyword, value);
        break;
      case 'schema or list of schemas':
        if (Array.isArray(value)) yield* list(keyword, value);
        else yield { schema: value, keys: [keyword] };
        break;
      case 'map of schemas':
      case 'map of patterns to schemas':
      case 'map of schemas or keys':
        if (!isJsonObject(value)) break;
        for (const [name, part] of Object.entries(value)) {
          if (!Array.isArray(part)) yield { schema: part, keys: [keyword, name] };
        }
    }
  }
}

function* list(keyword: string, value: unknown): Iterable<Subschema> {
  if (!Array.isArray(value)) return;
  for (const [i, schema] of value.entries()) yield { schema, keys: [keyword, String(i)] };
}
