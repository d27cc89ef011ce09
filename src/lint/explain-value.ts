import type { JsonSchema } from '../model/chart-profile.ts';
import type { JsonValue } from '../model/json-value.ts';
import type { Release } from '../model/release.ts';
import { schemasAt } from '../model/schema-at.ts';
import type { Span } from '../model/span.ts';
import { samePath, startsWith, type ValuesPath, valueAt } from '../model/values-path.ts';
import type { AssembledRelease } from './assemble-release.ts';

/** Where a value comes from and what is known about it: the answer of `chartlint why`. */
export interface ValueExplanation {
  readonly path: ValuesPath;
  /** Undefined when the effective values have nothing at the path. */
  readonly value: JsonValue | undefined;
  /** Every layer that writes the path, strongest first; the first one wins. */
  readonly layers: readonly ExplainedLayer[];
  readonly schema:
    | {
        readonly type: string | undefined;
        readonly description: string | undefined;
        readonly allowed: readonly JsonValue[];
      }
    | undefined;
  /** What the value means: `image`, `replicas of etcd` … */
  readonly roles: readonly string[];
}

export interface ExplainedLayer {
  readonly label: string;
  readonly value: JsonValue | undefined;
  /** Undefined when no file holds the layer. */
  readonly span: Span | undefined;
}

/** Explains the value at a path of a release. */
export function explainValue(
  { release, values }: AssembledRelease,
  path: ValuesPath,
  schema: JsonSchema | undefined,
): ValueExplanation {
  const layers = values.sourcesSetting(path).map(({ layer, at }) => ({
    label: layer.label,
    value: valueAt(layer.data, at),
    span: layer.document?.locate(at, 'value'),
  }));
  return {
    path,
    value: valueAt(values.data, path),
    layers: layers.reverse(),
    schema: schema === undefined ? undefined : described(schema, path),
    roles: rolesAt(release, path),
  };
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
    if (samePath(image.path, path) || samePath(image.tagPath, path)) found.push(`image ${image.repository}`);
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
