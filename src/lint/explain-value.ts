import { schemasAt } from '../json-schema/schema-at.ts';
import type { Source } from '../merge/find-origin.ts';
import type { MergedLayers } from '../merge/merged-layers.ts';
import type { JsonSchema } from '../model/chart-profile.ts';
import type { Release } from '../model/release.ts';
import { atAlias, type Span } from '../model/span.ts';
import type { ExplainedLayer, ValueExplanation } from '../model/value-explanation.ts';
import { samePath, startsWith, type ValuesPath, valueAt } from '../model/values-path.ts';
import type { AssembledRelease } from './assemble-release.ts';
import type { ReleaseInput } from './release-input.ts';

/** Explains the value at a path of a release. */
export function explainValue(
  assembled: AssembledRelease,
  path: ValuesPath,
  input: ReleaseInput,
): ValueExplanation {
  const { release, values } = assembled;
  const value = valueAt(values.data, path);
  const origin = value === undefined ? undefined : values.locate(path, 'value');
  const sources = values.sourcesSetting(path).toReversed();
  const spans = sources.map(({ layer, at }) => layer.document?.locate(at, 'value'));
  const known = spans.findIndex((span) => origin?.written === true && sameSpan(span, origin.span));
  const winner = value === undefined ? -1 : Math.max(known, 0);
  return {
    path,
    value,
    layers: sources.map((source, i) => ({ ...explained(source), wins: i === winner })),
    removedBy: value === undefined && sources.length > 0 ? removal(values, path) : undefined,
    schema: schemaOf(assembled, input, path),
    roles: rolesAt(release, path),
  };
}

function explained({ layer, at }: Source): ExplainedLayer {
  const span = layer.document?.locate(at, 'value');
  return { label: layer.label, value: valueAt(layer.data, at), span: span && atAlias(span), wins: false };
}

function sameSpan(a: Span | undefined, b: Span): boolean {
  return a !== undefined && a.source.id === b.source.id && a.start === b.start && a.end === b.end;
}

/** The strongest layer that writes the path, or something around it, as anything but a map or list. */
function removal(values: MergedLayers, path: ValuesPath): ValueExplanation['removedBy'] {
  for (let depth = path.length; depth > 0; depth--) {
    const around = path.slice(0, depth);
    const source = values.sourcesSetting(around).at(-1);
    const value = source && valueAt(source.layer.data, source.at);
    if (source !== undefined && (typeof value !== 'object' || value === null)) {
      if (depth < path.length || value === null) return { ...explained(source), path: around };
    }
  }
  return undefined;
}

/** What the schema of the chart, or of the subchart that the value is for, says about it. */
function schemaOf(
  { subcharts }: AssembledRelease,
  { schema, tree }: ReleaseInput,
  path: ValuesPath,
): ValueExplanation['schema'] {
  const below = subcharts.find(({ name }) => name === path[0]);
  if (below === undefined || tree === undefined) return schema && described(schema.json(), path);
  let chart = below;
  for (;;) {
    const next = chart.subcharts.find((one) => startsWith(path, one.path));
    if (next === undefined) break;
    chart = next;
  }
  const own = tree.subchartSchemas.get(chart.chart);
  const found = own && described(own.json(), path.slice(chart.path.length));
  return found ?? (schema && described(schema.json(), path));
}

function described(root: JsonSchema, path: ValuesPath): ValueExplanation['schema'] {
  const schemas = schemasAt(root, path);
  if (schemas.length === 0) return undefined;
  const first = <T>(pick: (schema: (typeof schemas)[number]) => T | undefined): T | undefined =>
    schemas.map(pick).find((found) => found !== undefined);
  const type = first((schema) => schema.type);
  return {
    type: Array.isArray(type) ? type.join(' or ') : typeof type === 'string' ? type : undefined,
    description: first((schema) => (typeof schema.description === 'string' ? schema.description : undefined)),
    allowed: first((schema) => (Array.isArray(schema.enum) ? schema.enum : undefined)) ?? [],
  };
}

function rolesAt({ roles }: Release, path: ValuesPath): string[] {
  const found: string[] = [];
  for (const image of roles.images) {
    if (samePath(image.path, path) || samePath(image.tagPath, path))
      found.push(`image ${image.repository}`.trimEnd());
  }
  for (const { path: at, workload, consensus } of roles.replicas) {
    if (samePath(at, path))
      found.push(`replicas of ${workload}${consensus === undefined ? '' : ', which vote'}`);
  }
  for (const { open, idle } of roles.pools) {
    if (samePath(open.path, path)) found.push('open connections of a pool');
    if (samePath(idle.path, path)) found.push('idle connections of a pool');
  }
  for (const policy of roles.networkPolicies)
    if (samePath(policy.path, path)) found.push('switch for network policies');
  for (const mode of roles.modes) {
    if (samePath(mode.path, path)) found.push('selects which sections are read');
    const ignored = mode.ignored.some((section) => startsWith(path, section));
    if (ignored) found.push('not read in the selected mode');
  }
  return found;
}
