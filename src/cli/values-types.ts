import { compile, type JSONSchema } from 'json-schema-to-typescript';
import type { JsonSchema } from '../model/chart-profile.ts';
import type { JsonObject } from '../model/json-value.ts';
import { untypedAsUnknown } from '../schema/untyped-as-unknown.ts';

/** `my-shop` → `MyShopValues`. */
export function typeName(chart: string): string {
  const words = chart.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  const name = words.map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`).join('');
  return `${/^[A-Za-z]/.test(name) ? '' : 'Chart'}${name}Values`;
}

/** The TypeScript type of the values that a schema describes, as the text of a module. */
export async function valuesTypes(schema: JsonSchema, name: string, banner: string): Promise<string> {
  const described = untypedAsUnknown(typeof schema === 'boolean' ? {} : (schema as JsonObject)) as JSONSchema;
  return compile({ ...described, title: name }, name, {
    additionalProperties: true,
    bannerComment: banner,
    style: { singleQuote: true, printWidth: 110 },
    strictIndexSignatures: true,
    unknownAny: true,
  });
}
