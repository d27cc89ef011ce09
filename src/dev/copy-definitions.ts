import path from 'node:path';
import { type ChartFolder, readJson } from './chart-folders.ts';

interface SchemaFile {
  definitions?: Record<string, unknown>;
  [keyword: string]: unknown;
}

const SHARED = 'k8s.';
const REFERENCE = /"\$ref":"#\/definitions\/(k8s\.[A-Za-z0-9]+)"/g;

/**
 * The text of a chart's schema with the shared Kubernetes definitions that it refers to, so that the file stands
 * alone for Helm and editors. Definitions that nothing refers to any more are dropped.
 */
export function withSharedDefinitions(root: string, chart: ChartFolder): string {
  const shared =
    readJson<SchemaFile>(path.join(root, 'schemas', 'kubernetes.definitions.json')).definitions ?? {};
  const schema = readJson<SchemaFile>(chart.schemaFile);
  const own = Object.fromEntries(
    Object.entries(schema.definitions ?? {}).filter(([name]) => !name.startsWith(SHARED)),
  );
  const used = new Map<string, unknown>();
  const collect = (part: unknown): void => {
    for (const [, name] of JSON.stringify(part).matchAll(REFERENCE)) {
      if (name === undefined || used.has(name)) continue;
      const definition = shared[name];
      if (definition === undefined) throw new Error(`${chart.schemaFile}: no shared definition ${name}`);
      used.set(name, definition);
      collect(definition);
    }
  };
  collect({ ...schema, definitions: own });
  const names = [...used.keys()].sort();
  const { definitions: _, ...rest } = schema;
  const definitions = { ...own, ...Object.fromEntries(names.map((name) => [name, used.get(name)])) };
  return `${JSON.stringify(Object.keys(definitions).length > 0 ? { ...rest, definitions } : rest, null, 2)}\n`;
}
