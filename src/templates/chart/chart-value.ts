import type { ChartDependency } from '../../model/chart.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../model/json-value.ts';
import { fromJsonValue } from '../value/from-json-value.ts';
import type { GoMap, GoValue } from '../value/go-value.ts';
import { goList, goMap } from '../value/make-value.ts';
import { goStruct } from './go-struct.ts';

/** What `.Chart` is made of. */
export interface ChartFacts {
  /** Chart.yaml as written. */
  readonly fields: JsonObject;
  /** As the parent calls it: the alias, or the name. */
  readonly name: string;
  /** Those that are turned on. */
  readonly dependencies: readonly ChartDependency[];
  readonly isRoot: boolean;
}

/** The texts of Chart.yaml by the names of Go's fields, in the order of `chart.Metadata`; `[]`: a list of texts. */
const FIELDS: readonly (readonly [field: string, key: string, kind: 'text' | 'texts' | 'bool' | 'own'])[] = [
  ['Name', 'name', 'text'],
  ['Home', 'home', 'text'],
  ['Sources', 'sources', 'texts'],
  ['Version', 'version', 'text'],
  ['Description', 'description', 'text'],
  ['Keywords', 'keywords', 'texts'],
  ['Maintainers', 'maintainers', 'own'],
  ['Icon', 'icon', 'text'],
  ['APIVersion', 'apiVersion', 'text'],
  ['Condition', 'condition', 'text'],
  ['Tags', 'tags', 'text'],
  ['AppVersion', 'appVersion', 'text'],
  ['Deprecated', 'deprecated', 'bool'],
  ['Annotations', 'annotations', 'own'],
  ['KubeVersion', 'kubeVersion', 'text'],
  ['Dependencies', 'dependencies', 'own'],
  ['Type', 'type', 'text'],
];

/**
 * `.Chart`: Helm 4 hands templates a map with the names of Go's fields, Helm 3 the struct itself, where an unknown field is
 * an error (`pkg/chart/v2/metadata.go`, `pkg/chart/common.go`).
 */
export function chartValue(facts: ChartFacts, helm: 3 | 4): GoValue {
  const fields = new Map(FIELDS.map(([field, key, kind]) => [field, fieldValue(facts, key, kind, helm)]));
  fields.set('IsRoot', facts.isRoot);
  if (helm === 4) return goMap(fields);
  const shown = (): GoValue => {
    const entries = new Map<string, GoValue>();
    for (const [field, key] of FIELDS) if (!isEmpty(fields.get(field))) entries.set(key, fields.get(field));
    return goMap(entries.set('IsRoot', facts.isRoot));
  };
  const metadata = goStruct(
    'chart.Metadata',
    [...fields].filter(([field]) => field !== 'IsRoot'),
    shown,
  );
  const declared = new Map<string, GoValue>([
    ['Metadata', metadata],
    ['IsRoot', facts.isRoot],
  ]);
  return { ...goStruct('struct { chart.Metadata; IsRoot bool }', fields, shown), declared };
}

function fieldValue(facts: ChartFacts, key: string, kind: string, helm: 3 | 4): GoValue {
  const value = facts.fields[key];
  if (key === 'name') return facts.name;
  if (key === 'apiVersion') return cleaned(text(value)) || 'v1';
  if (key === 'version') return text(value);
  if (kind === 'text') return cleaned(text(value));
  if (kind === 'bool') return value === true;
  if (key === 'annotations') return annotations(value);
  const items = Array.isArray(value) ? value : [];
  if (kind === 'texts')
    return list(
      items.map((item) => cleaned(text(item))),
      'string',
      helm,
    );
  if (key === 'maintainers')
    return list(
      items.filter(isJsonObject).map((one) => maintainer(one, helm)),
      '*chart.Maintainer',
      helm,
    );
  return list(
    facts.dependencies.map((one) => dependency(one, helm)),
    '*chart.Dependency',
    helm,
  );
}

/** A slice of Go: of `interface {}` in Helm 4; a nil one of its own type in Helm 3 when there is nothing in it. */
function list(items: GoValue[], element: string, helm: 3 | 4): GoValue {
  if (helm === 4) return goList(items);
  return { ...goList(items, element), ...(items.length === 0 ? { isNil: true } : {}) };
}

function annotations(value: JsonValue | undefined): GoMap {
  if (!isJsonObject(value)) return { ...goMap(new Map(), 'string'), isNil: true };
  return goMap(new Map(Object.entries(value).map(([key, item]) => [key, text(item)])), 'string');
}

function maintainer(one: JsonObject, helm: 3 | 4): GoValue {
  const fields = ['name', 'email', 'url'].map((key) => [key, cleaned(text(one[key]))] as const);
  return record(
    'chart.Maintainer',
    [
      ['Name', fields[0]!],
      ['Email', fields[1]!],
      ['URL', fields[2]!],
    ],
    helm,
  );
}

function dependency(one: ChartDependency, helm: 3 | 4): GoValue {
  const tags = one.tags ?? [];
  const imports = (one.importValues ?? []).map((item) => fromJsonValue(item));
  return record(
    'chart.Dependency',
    [
      ['Name', ['name', one.name]],
      ['Version', ['version', one.version ?? '']],
      ['Repository', ['repository', one.repository ?? '']],
      ['Condition', ['condition', one.condition ?? '']],
      ['Tags', ['tags', list([...tags], 'string', helm)]],
      ['Enabled', ['enabled', true]],
      ['ImportValues', ['import-values', list(imports, 'interface {}', helm)]],
      ['Alias', ['alias', one.alias ?? '']],
    ],
    helm,
  );
}

/** A pointer to a struct whose fields have names in JSON; `repository` is written even when empty. */
function record(
  type: string,
  fields: readonly (readonly [field: string, written: readonly [key: string, value: GoValue]])[],
  helm: 3 | 4,
): GoValue {
  const byName = new Map(fields.map(([field, [, value]]) => [field, value]));
  if (helm === 4) return goMap(byName);
  const shown = (): GoValue => {
    const kept = fields.filter(([, [key, value]]) => key === 'repository' || !isEmpty(value));
    return goMap(new Map(kept.map(([, written]) => written)));
  };
  return { ...goStruct(`*${type}`, byName, shown), kind: 'ptr' };
}

function isEmpty(value: GoValue): boolean {
  if (typeof value !== 'object' || value === null) return value === '' || value === false;
  if (value.go === 'list') return value.items.length === 0;
  return value.go === 'map' && value.entries.size === 0;
}

/** A scalar where Go expects text: sigs.k8s.io/yaml writes numbers and booleans out. */
function text(value: JsonValue | undefined): string {
  return typeof value === 'string'
    ? value
    : value === undefined || value === null || typeof value === 'object'
      ? ''
      : String(value);
}

/** White space becomes a space, what cannot be printed goes: Helm's `sanitizeString`. */
function cleaned(value: string): string {
  return value.replaceAll(/\s/gu, ' ').replaceAll(/[\p{C}\p{Zl}\p{Zp}]/gu, '');
}
