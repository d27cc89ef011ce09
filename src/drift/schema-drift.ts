import { sameValue } from '../merge/same-value.ts';
import type { Finding } from '../model/finding.ts';
import { formatPath } from '../model/format-path.ts';
import { toPointer } from '../model/json-pointer.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../model/json-value.ts';
import type { Span } from '../model/span.ts';
import { type ValuesPath, valueAt } from '../model/values-path.ts';
import type { ChartFacts } from './chart-facts.ts';
import { shown } from './shown.ts';

/** Deeper than this no schema of values is written out. */
const DEEPEST = 20;

/** Where a schema that is written out and the values.yaml of its chart differ: defaults, and properties that nothing has. */
export async function schemaDrift(
  schema: JsonObject,
  place: (at: readonly string[]) => Promise<Span>,
  chart: ChartFacts,
): Promise<Finding[]> {
  const found: Finding[] = [];
  const visit = async (part: JsonObject, path: ValuesPath, at: readonly string[]): Promise<void> => {
    const value = valueAt(chart.values, path);
    if (
      part.default !== undefined &&
      value !== undefined &&
      isPlain(value) &&
      !sameValue(part.default, value)
    ) {
      const span = chart.locate(path);
      found.push({
        rule: 'drift/schema-default',
        severity: 'warning',
        problem: `the schema says that ${formatPath(path)} is ${shown(part.default)} by default, and it is ${shown(value)}`,
        why: 'Helm takes values.yaml; editors and readers see the schema.',
        help: `Write ${shown(value)} into the schema, or change the default.`,
        span: await place([...at, 'default']),
        path: toPointer(path),
        related: span === undefined ? [] : [{ span, message: 'the default' }],
      });
    }
    if (!isJsonObject(part.properties) || path.length > DEEPEST) return;
    const isMap = path.length === 0 || isJsonObject(value);
    for (const [key, below] of Object.entries(part.properties)) {
      // What Helm hands on, and what turns this chart on where it is a dependency.
      if (path.length === 0 && ['global', 'tags', 'enabled'].includes(key)) continue;
      const inner = [...path, key];
      const where = [...at, 'properties', key];
      if (isMap && valueAt(chart.values, inner) === undefined && !chart.reads(inner)) {
        found.push({
          rule: 'drift/schema-unused-key',
          severity: 'warning',
          problem: `the schema describes ${formatPath(inner)}, which nothing uses`,
          why: 'values.yaml does not have it and no template reads it: who sets it passes the schema and changes nothing.',
          help: 'Remove it from the schema, or add it to values.yaml and the templates.',
          span: await place(where),
          path: toPointer(inner),
          related: [],
        });
      } else if (isJsonObject(below)) await visit(below, inner, where);
    }
  };
  await visit(schema, [], []);
  return found;
}

function isPlain(value: JsonValue): boolean {
  return typeof value !== 'object' || value === null || Object.keys(value).length === 0;
}
