import type { JsonSchema } from '../model/chart-profile.ts';
import { unescapeSegment } from '../model/json-pointer.ts';
import { isJsonObject } from '../model/json-value.ts';
import { TYPE_NAMES } from './keyword-shapes.ts';
import { holdsData, holdsMap, KEYWORDS } from './keywords.ts';
import type { SchemaMistake } from './schema-mistake.ts';

type MisplacedProperty = Extract<SchemaMistake, { kind: 'misplaced property' }>;

/** What editors and generators add to the keywords of the drafts. */
const WORDS_OF_OTHERS: ReadonlySet<string> = new Set([
  'discriminator',
  'example',
  'externalDocs',
  'nullable',
  'xml',
]);

const isKeyword = (key: string): boolean => KEYWORDS.has(key) || WORDS_OF_OTHERS.has(key);

/**
 * Schemas of properties that stand beside `type` and the like rather than under `properties`: validators take the name for
 * a keyword that they do not know, and check nothing. Only what is plainly a schema counts (a `type` of JSON Schema), in
 * plainly the schema of a map, or in one that says nothing else; maps of definitions that something refers to do not.
 */
export function misplacedProperties(root: JsonSchema): SchemaMistake[] {
  const mistakes: SchemaMistake[] = [];
  const referred = referredNames(root);
  const visit = (schema: unknown, at: readonly string[]): void => {
    if (!isJsonObject(schema)) return;
    const isOfMap =
      schema.type === 'object' ||
      isJsonObject(schema.properties) ||
      Object.keys(schema).every((key) => !isKeyword(key));
    // A map of definitions under a name of its own: a reference finds them there.
    const isLibrary = Object.keys(schema).some((key) => !isKeyword(key) && referred.has(key));
    let first: MisplacedProperty | undefined;
    for (const [key, value] of Object.entries(schema)) {
      const here = [...at, key];
      if (holdsData(key)) continue;
      if (holdsMap(key) && isJsonObject(value)) {
        for (const [name, part] of Object.entries(value)) visit(part, [...here, name]);
      } else if (Array.isArray(value)) {
        for (const [i, part] of value.entries()) visit(part, [...here, String(i)]);
      } else if (isKeyword(key)) visit(value, here);
      else if (
        isOfMap &&
        !isLibrary &&
        !key.startsWith('x-') &&
        isJsonObject(value) &&
        TYPE_NAMES.has(value.type)
      ) {
        // One brace too early puts all that follow there.
        if (first !== undefined) first.others += 1;
        else {
          const hasProperties = isJsonObject(schema.properties);
          first = { kind: 'misplaced property', at: here, key, hasProperties, others: 0 };
          mistakes.push(first);
        }
      }
    }
  };
  visit(root, []);
  return mistakes;
}

/** The last name of every reference with a path: `Probe` of `k8s.json#/core/Probe`. */
function referredNames(root: JsonSchema): Set<string> {
  const names = new Set<string>();
  const visit = (part: unknown): void => {
    if (Array.isArray(part)) part.forEach(visit);
    else if (isJsonObject(part)) {
      const name = typeof part.$ref === 'string' ? part.$ref.split('#')[1]?.split('/').at(-1) : undefined;
      if (name !== undefined) names.add(unescapeSegment(name));
      Object.values(part).forEach(visit);
    }
  };
  visit(root);
  return names;
}
