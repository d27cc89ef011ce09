import type { JsonObject } from '../model/json-value.ts';

const ANNOTATIONS: ReadonlySet<string> = new Set([
  'title',
  'description',
  'default',
  'examples',
  '$comment',
  'deprecated',
  'x-chartlint',
]);

/** Whether a schema has words only and so allows anything. */
export function onlyDescribes(schema: JsonObject): boolean {
  return Object.keys(schema).every((keyword) => ANNOTATIONS.has(keyword));
}
