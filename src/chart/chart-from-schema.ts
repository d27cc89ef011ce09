import { path } from '../files/path.ts';
import { shownPath } from '../files/shown-path.ts';
import type { KnownChart } from './known-chart.ts';
import type { SchemaFiles } from './schema-files.ts';
import { defaultsInSchema, unreadableSchema, userSchema } from './user-schema.ts';

/** A chart of which only the schema is known. Helm never applies a schema's `default`s, so they are no layer of values. */
export async function chartFromSchema(file: string, schemas: SchemaFiles, cwd: string): Promise<KnownChart> {
  const read = schemas.named(file);
  const { schema, json, annotations, findings } =
    'problem' in read ? unreadableSchema(read.source, read.problem) : await userSchema(read, schemas);
  const title = typeof json === 'object' && typeof json.title === 'string' ? json.title : path.basename(file);
  const assembled =
    json === undefined || 'problem' in read ? undefined : await defaultsInSchema(json, read, schemas);
  return {
    profile: { name: title, title, defaults: assembled?.defaults ?? {}, annotations },
    defaults: { kind: 'chart-defaults', label: `defaults in ${shownPath(file, cwd)}`, data: {}, scope: [] },
    schema,
    tree: undefined,
    findings: [...findings, ...(assembled?.findings ?? [])],
  };
}
