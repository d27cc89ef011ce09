import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { JsonSchema } from '../model/chart-profile.ts';

interface SchemaFile {
  definitions?: Record<string, unknown>;
  [keyword: string]: unknown;
}

const SHARED = 'k8s.';
const REFERENCE = /"\$ref":"#\/definitions\/(k8s\.[A-Za-z0-9]+)"/g;

/**
 * A chart's schema with the shared Kubernetes definitions that it refers to, so that the file stands alone for Helm and
 * editors. Definitions that nothing refers to any more are dropped. `file` is for errors.
 */
export function withSharedDefinitions(root: string, schema: SchemaFile, file: string): JsonSchema {
  const text = readFileSync(path.join(root, 'schemas', 'kubernetes.definitions.json'), 'utf8');
  const shared = (JSON.parse(text) as SchemaFile).definitions ?? {};
  const own = Object.fromEntries(
    Object.entries(schema.definitions ?? {}).filter(([name]) => !name.startsWith(SHARED)),
  );
  const used = new Map<string, unknown>();
  const collect = (part: unknown): void => {
    for (const [, name] of JSON.stringify(part).matchAll(REFERENCE)) {
      if (name === undefined || used.has(name)) continue;
      const definition = shared[name];
      if (definition === undefined) throw new Error(`${file}: no shared definition ${name}`);
      used.set(name, definition);
      collect(definition);
    }
  };
  collect({ ...schema, definitions: own });
  const names = [...used.keys()].sort();
  const { definitions: _, ...rest } = schema;
  const definitions = { ...own, ...Object.fromEntries(names.map((name) => [name, used.get(name)])) };
  return Object.keys(definitions).length > 0 ? { ...rest, definitions } : rest;
}
