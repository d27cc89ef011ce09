import { compile, type JSONSchema } from 'json-schema-to-typescript';
import { UsageError } from '../files/usage-error.ts';
import type { JsonSchema } from '../model/chart-profile.ts';
import type { JsonObject } from '../model/json-value.ts';
import { untypedAsUnknown } from '../schema/untyped-as-unknown.ts';

/** `my-shop` → `MyShopValues`. */
export function typeName(chart: string): string {
  const words = chart.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
  const name = words.map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`).join('');
  return `${/^[A-Za-z]/.test(name) ? '' : 'Chart'}${name}Values`;
}

/** The TypeScript type of the values that a schema describes, as the text of a module. Throws a UsageError for a schema that has none. */
export async function valuesTypes(schema: JsonSchema, name: string, banner: string): Promise<string> {
  const described = untypedAsUnknown(typeof schema === 'boolean' ? {} : (schema as JsonObject));
  return compile({ ...described, title: name } as JSONSchema, name, {
    additionalProperties: true,
    bannerComment: banner,
    style: { singleQuote: true, printWidth: 110 },
    strictIndexSignatures: true,
    unknownAny: true,
  }).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UsageError(`no type can be made of the schema: ${reason.split('\n')[0]!.slice(0, 200)}`);
  });
}
