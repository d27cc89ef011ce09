import type { Fact } from '../../model/fact.ts';
import { formatPath } from '../../model/format-path.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../model/json-value.ts';
import { type KnownNames, knownNames, nearestName } from '../../model/nearest-name.ts';
import type { Release } from '../../model/release.ts';
import { defineRule } from '../../model/rule.ts';
import { childOf, type ValuesPath, valueAt } from '../../model/values-path.ts';
import { keyElsewhere } from '../key-elsewhere.ts';
import { prefixedName } from '../prefixed-name.ts';
import { withoutEffect } from '../without-effect.ts';
import { hasDefault, isOverlaid, isUserWritten } from '../written.ts';

/** Maps whose keys are data: names of variables, labels, files. */
const DATA =
  /^(?:env|envs|envVars|environment|data|stringData|limits|requests|headers|files|args|tags|dashboards|datasources|alerts)$|(?:annotations|labels|selector|env|args|files|vars)$/i;

export const rule = defineRule({
  id: 'unknown-key',
  severity: 'warning',
  recommended: true,
  yieldsTo: ['schema/unknown-key'],
  docs: {
    summary:
      'A key is set that the chart does not have: it is in neither its values.yaml nor its schema, and no template reads it.',
    why: 'Helm takes any key and says nothing, so a slip of the pen or of the indentation leaves the default in force. With the templates at hand every unread key is reported; without them only one that is spelled almost like a key of the chart that the file does not set. Free maps (labels, environment variables, whatever templates render as a whole) may have any key.',
    source:
      'Helm issues 6422, 8822 and 10139. Known keys: defaults of the chart and its subcharts, its schema, every `.Values` reference in its templates.',
  },
  examples: {
    bad: [
      { values: 'metrics:\n  enable: true\n', defaults: 'metrics:\n  enabled: false\n' },
      {
        values: 'replicacount: 2\n',
        defaults: 'replicaCount: 1\n',
        templates: ['{{ .Values.replicaCount }}{{ tpl (toYaml .Values) . }}'],
      },
      { values: 'oidc:\n  clientID: web\n', defaults: 'oidc:\n  clientId: ""\n' },
      {
        values: 'image:\n  imagePullPolicy: Always\n',
        defaults: 'image:\n  pullPolicy: IfNotPresent\n',
        templates: ['policy: {{ .Values.image.pullPolicy }}'],
      },
      {
        values: 'ingress:\n  hosts:\n    - host: shop.acme.io\n  paths:\n    - /\n',
        defaults: 'ingress:\n  hosts: []\n',
        templates: [
          '{{ range .Values.ingress.hosts }}{{ .host }}{{ range .paths }}{{ . }}{{ end }}{{ end }}',
        ],
      },
      {
        values: 'hosts:\n  - nmae: a\n',
        defaults: 'hosts: []\n',
        templates: ['{{ range .Values.hosts }}{{ .name }}{{ end }}'],
      },
      {
        values: 'global:\n  imageRegistri: a.example\n',
        defaults: 'replicas: 1\n',
        templates: ['image: {{ .Values.global.imageRegistry }}/shop'],
      },
      {
        values: 'image:\n  replicaCount: 3\n',
        defaults: 'image:\n  tag: ""\nreplicaCount: 1\n',
        templates: ['{{ .Values.image.tag }}{{ .Values.replicaCount }}'],
      },
    ],
    good: [
      { values: 'metrics:\n  enabled: true\n', defaults: 'metrics:\n  enabled: false\n' },
      {
        values: 'nodeSelector:\n  disktype: ssd\nextra:\n  port: 1\n',
        defaults: 'nodeSelector: {}\n',
        templates: ['{{ toYaml .Values.nodeSelector }}{{ with .Values.extra }}{{ .port }}{{ end }}'],
      },
      { values: 'autoscaling:\n  maxReplicas: 3\n', defaults: 'autoscaling:\n  minReplicas: 1\n' },
      {
        values: 'global:\n  team: shop\n',
        defaults: 'replicas: 1\n',
        templates: ['image: {{ .Values.global.imageRegistry }}/shop'],
      },
      { values: 'x-common: &common\n  a: 1\nlabels: *common\n', defaults: 'labels: {}\n' },
      { values: 'anything: 1\n' },
      {
        values: 'hosts:\n  - name: a\n',
        defaults: 'hosts: []\n',
        templates: ['{{ range .Values.hosts }}{{ .name }}{{ end }}'],
      },
    ],
  },
  *check(release) {
    if (release.chart?.schemaNames === undefined) return;
    const unknown = [...unknownKeys(release, release.values.data, [], release.values.defaultAt([]))];
    yield* withoutEffect(release, unknown, ({ at }) => [at]);
  },
});

/** `before` is what the defaults hold in the place of the map. */
function* unknownKeys(
  release: Release,
  map: JsonObject,
  path: ValuesPath,
  before: JsonValue | undefined,
): Iterable<Fact> {
  const defaults = isJsonObject(before) ? before : undefined;
  let neighbours: Neighbours | undefined;
  for (const [key, value] of Object.entries(map)) {
    const at = [...path, key];
    const ofDefault = childOf(defaults, key);
    const { scope, isOff } = release.values.ownerOf(at);
    // Nothing reads the values of a chart that is turned off.
    if (isOff || (path.length === scope.length && isOfHelm(release, path, key))) continue;
    if (path.length === scope.length && key === 'global') {
      if (isClosed(release, at, value, ofDefault))
        yield* unknownKeys(release, value as JsonObject, at, ofDefault);
      continue;
    }
    if (
      (ofDefault !== undefined && (scope.length === 0 || hasDefault(release, at))) ||
      isKnown(release, at)
    ) {
      if (isClosed(release, at, value, ofDefault))
        yield* unknownKeys(release, value as JsonObject, at, ofDefault);
      else if (Array.isArray(value)) yield* unknownInItems(release, value, at, ofDefault);
      continue;
    }
    if (!isOverlaid(release, at)) continue;
    // Every chart below gets `global`, also one that is not at hand.
    const isAllowed =
      release.chart?.schemaNames?.(at) === 'allows' || (path.length > 0 && path[scope.length] === 'global');
    if (isFollowed(release, at)) {
      neighbours ??= neighboursIn(release, path, defaults);
      const { meant, fact } = certain(release, at, neighbours);
      // Who allows any key on purpose expects some that the chart does not read, and no slips of the pen.
      if (meant || !isAllowed) yield fact;
    } else if (isAllowed) continue;
    else if (defaults !== undefined) yield* likely(release, at, defaults, map);
  }
}

/** Items of which templates read single keys have no others. */
function* unknownInItems(
  release: Release,
  items: readonly JsonValue[],
  path: ValuesPath,
  before: JsonValue | undefined,
): Iterable<Fact> {
  const templates = release.chart?.templates;
  if (templates === undefined || !isFollowed(release, path)) return;
  for (const [i, item] of items.entries()) {
    const at = [...path, i];
    const ofDefault = childOf(before, i);
    if (templates.namesBelow(at).length > 0 && isClosed(release, at, item, ofDefault))
      yield* unknownKeys(release, item as JsonObject, at, ofDefault);
  }
}

/** `tags` turns charts on; `x-…` holds anchors by convention. */
function isOfHelm({ chart }: Release, path: ValuesPath, key: string): boolean {
  if (path.length > 0) return false;
  const hasTags = (chart?.templates?.namesBelow(['tags']) ?? []).length > 0;
  return (key === 'tags' && !hasTags) || key.startsWith('x-');
}

function isKnown(release: Release, path: ValuesPath): boolean {
  const { chart, roles } = release;
  return isRead(release, path) || roles.valuesRead.reads(path) || chart?.schemaNames?.(path) === 'names';
}

function isRead(release: Release, path: ValuesPath): boolean {
  const { templates } = release.chart ?? {};
  if (templates?.reads(path) !== true) return false;
  // Where all values go somewhere as they are, what templates name beside it tells that a key is none.
  const named = isFollowed(release, path) ? [] : templates.namesBelow(path.slice(0, -1));
  return named.length === 0 || named.includes(String(path.at(-1)));
}

/** Whether everything that could read a key is known: all values of its chart together go nowhere as they are. */
function isFollowed({ chart, values }: Release, path: ValuesPath): boolean {
  const { templates } = chart ?? {};
  return templates?.complete === true && !templates.readsWhole(values.ownerOf(path).scope);
}

/** Whether the keys of the map are the chart's to name. */
function isClosed(
  release: Release,
  path: ValuesPath,
  value: JsonValue,
  before: JsonValue | undefined,
): boolean {
  if (!isJsonObject(value)) return false;
  const { templates } = release.chart ?? {};
  if (templates !== undefined && isFollowed(release, path))
    return !templates.readsWhole(path) && !release.roles.valuesRead.readsWhole(path);
  const key = path.at(-1);
  return (
    isJsonObject(before) && Object.keys(before).length > 0 && !(typeof key === 'string' && DATA.test(key))
  );
}

/** What the chart knows in a map; made ready once for all of its keys that nobody knows. */
interface Neighbours {
  readonly known: KnownNames;
  /** Those that hold lists. */
  readonly lists: readonly string[];
}

function neighboursIn(release: Release, parent: ValuesPath, defaults: JsonObject | undefined): Neighbours {
  const ofChart = Object.keys(defaults ?? {}).filter((name) => hasDefault(release, [...parent, name]));
  const names = [...new Set([...ofChart, ...release.chart!.templates!.namesBelow(parent)])];
  const map = valueAt(release.values.data, parent);
  const lists = names.filter((name) => isJsonObject(map) && Array.isArray(map[name]));
  return { known: knownNames(names), lists };
}

interface UnreadKey {
  readonly fact: Fact;
  /** Whether a key there is spelled almost so. */
  readonly meant: boolean;
}

/** Everything that could read the key is known, and nothing does. */
function certain(release: Release, path: ValuesPath, { known: there, lists }: Neighbours): UnreadKey {
  const key = String(path.at(-1));
  const parent = path.slice(0, -1);
  const siblings = there.names;
  const near = aliasOf(release, path) ?? nearestName(key, there) ?? prefixedName(key, parent, siblings);
  const known =
    siblings.length > 0 && siblings.length <= 8 ? `Known there: ${siblings.join(', ')}.` : undefined;
  const problem = `unknown key "${key}" ${where(parent)}`;
  const why = "The chart's values.yaml does not have it and no template reads it, so it has no effect.";
  if (near !== undefined)
    return {
      meant: true,
      fact: {
        at: path,
        part: 'key',
        problem,
        why,
        help: `Did you mean "${near}"?`,
        ...rename(release, path, near),
      },
    };
  const elsewhere = keyElsewhere(release, path, lists);
  const help =
    elsewhere === undefined
      ? (known ?? 'Remove it, or look for the key that was meant.')
      : `Did you mean ${elsewhere}?`;
  return { meant: false, fact: { at: path, part: 'key', problem, why, help } };
}

/** Nobody knows what reads the key; a key of the chart that is almost the same and not set tells that it was meant. */
function* likely(release: Release, path: ValuesPath, defaults: JsonObject, map: JsonObject): Iterable<Fact> {
  const key = String(path.at(-1));
  const unset = Object.keys(defaults).filter(
    (name) =>
      name !== key &&
      !isWrittenBeside(release, path, name) &&
      hasDefault(release, [...path.slice(0, -1), name]),
  );
  const near = nearestName(key, knownNames(unset), 'sure');
  // A default of another kind is another thing: `port: 80` beside `ports: {…}`.
  if (near === undefined || kind(defaults[near]) !== kind(map[key])) return;
  yield {
    at: path,
    part: 'key',
    problem: `unknown key "${key}" ${where(path.slice(0, -1))}`,
    why: `The chart's values.yaml has "${near}" there, which keeps its default.`,
    help: `Did you mean "${near}"?`,
    ...rename(release, path, near),
  };
}

function isWrittenBeside(release: Release, path: ValuesPath, name: string): boolean {
  return isUserWritten(release, [...path.slice(0, -1), name]);
}

function kind(value: JsonValue | undefined): string {
  if (value === null || value === undefined || value === '') return 'scalar';
  return Array.isArray(value) ? 'list' : isJsonObject(value) ? 'map' : 'scalar';
}

/** What the chart calls a dependency of that name: Helm reads its values below the alias only. */
function aliasOf({ chart, values }: Release, path: ValuesPath): string | undefined {
  const parent = path.slice(0, -1);
  if (values.ownerOf(path).scope.length !== parent.length) return undefined;
  return chart?.aliasesOf?.(parent, String(path.at(-1)))[0];
}

function where(parent: ValuesPath): string {
  return parent.length === 0 ? 'at the top level' : `in ${formatPath(parent)}`;
}

function rename(release: Release, path: ValuesPath, name: string): object {
  const isThere = valueAt(release.values.data, [...path.slice(0, -1), name]) !== undefined;
  if (isThere && isWrittenBeside(release, path, name)) return {};
  const text = /^[A-Za-z_][A-Za-z0-9_-]*$/.test(name) ? name : JSON.stringify(name);
  return {
    fix: { title: `Rename the key to ${name}`, safe: false, replace: [{ at: path, part: 'key', text }] },
  };
}
