import { compile, type JSONSchema } from 'json-schema-to-typescript';
import { mapSubschemas } from '../json-schema/map-subschemas.ts';
import type { JsonSchema } from '../model/chart-profile.ts';
import { isJsonObject, type JsonObject } from '../model/json-value.ts';

/** `my-shop` → `MyShopValues`. */
export function typeName(chart: string): string {
  const words = chart.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  const name = words.map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`).join('');
  return `${/^[A-Za-z]/.test(name) ? '' : 'Chart'}${name}Values`;
}

/** The TypeScript type of the values that a schema describes, as the text of a module. */
export async function valuesTypes(schema: JsonSchema, name: string, banner: string): Promise<string> {
  const described = withUnknown(typeof schema === 'boolean' ? {} : (schema as JsonObject)) as JSONSchema;
  return compile({ ...described, title: name }, name, {
    additionalProperties: true,
    bannerComment: banner,
    style: { singleQuote: true, printWidth: 110 },
    strictIndexSignatures: true,
    unknownAny: true,
  });
}

/** Words alone say nothing of the type; the generator would take them for a map. */
function withUnknown(schema: JsonObject): JsonObject {
  const parts = mapSubschemas(schema, (part) => (isJsonObject(part) ? withUnknown(part) : part));
  return Object.keys(schema).every((keyword) => WORDS.has(keyword)) ? { ...parts, tsType: 'unknown' } : parts;
}

const WORDS: ReadonlySet<string> = new Set([
  'title',
  'description',
  'default',
  'examples',
  '$comment',
  'deprecated',
  'x-chartlint',
]);
