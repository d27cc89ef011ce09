import type { JsonSchema } from '../model/chart-profile.ts';

/** The keys that lead to the first entry of the schema that fits, in the order of the text. */
export function findInSchema(
  schema: JsonSchema,
  fits: (key: string, value: unknown) => boolean,
): readonly string[] | undefined {
  if (typeof schema !== 'object' || schema === null) return undefined;
  for (const [key, value] of Object.entries(schema)) {
    if (fits(key, value)) return [key];
    const below = findInSchema(value as JsonSchema, fits);
    if (below !== undefined) return [key, ...below];
  }
  return undefined;
}
