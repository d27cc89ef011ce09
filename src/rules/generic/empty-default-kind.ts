import type { Fact } from '../../model/fact.ts';
import { formatPath } from '../../model/format-path.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../model/json-value.ts';
import { isAmong } from '../../model/layer.ts';
import type { Release } from '../../model/release.ts';
import { defineRule } from '../../model/rule.ts';
import type { ValueUse } from '../../model/template-use.ts';
import type { ValuesPath } from '../../model/values-path.ts';

/** Fields of pods and objects that are lists, and names that charts give to what they copy there. */
const LISTS =
  /^(?:tolerations|topologySpreadConstraints|imagePullSecrets|hostAliases|(?:extra|additional)?(?:Env|env|EnvFrom|envFrom|EnvVars|envVars|Volumes|volumes|VolumeMounts|volumeMounts|InitContainers|initContainers))$/;
const MAPS =
  /^(?:nodeSelector|affinity|resources|securityContext|podSecurityContext|containerSecurityContext|(?:pod|service|ingress|deployment|serviceAccount)?(?:Annotations|annotations|Labels|labels))$/;

export const rule = defineRule({
  id: 'empty-default-kind',
  severity: 'warning',
  whenRendered: 'yields',
  recommended: true,
  docs: {
    summary: "A chart's default is {} where Kubernetes wants a list, or [] where it wants a map.",
    why: 'The default does no harm by itself, since templates leave out what is empty. Whoever sets the value writes the right kind, and Helm then logs "cannot overwrite table with non table" on every run, or a map written after the example of the default is refused. Only the author of a chart hears about its defaults.',
    source:
      'Helm: coalesceTablesFullKey in pkg/chart/common/util/coalesce.go. Issues of charts whose tolerations default to {}.',
  },
  examples: {
    bad: [
      {
        values: 'tolerations: {}\n',
        templates: ['{{ with .Values.tolerations }}{{ toYaml . }}{{ end }}'],
      },
      {
        values: 'nodeSelector: []\n',
        templates: ['{{ with .Values.nodeSelector }}{{ toYaml . }}{{ end }}'],
      },
    ],
    good: [
      {
        values: 'tolerations: []\n',
        templates: ['{{ with .Values.tolerations }}{{ toYaml . }}{{ end }}'],
      },
      {
        values: 'env: {}\n',
        templates: ['{{ range $name, $value := .Values.env }}{{ $name }}{{ $value }}{{ end }}'],
      },
    ],
  },
  *check(release) {
    const own = release.values.layers.find(
      (layer) => layer.kind === 'chart-defaults' && isAmong(layer, release.files),
    );
    if (own !== undefined) yield* emptyIn(release, own.data, []);
  },
});

function* emptyIn(release: Release, map: JsonObject, path: ValuesPath): Iterable<Fact> {
  for (const [key, value] of Object.entries(map)) {
    const at = [...path, key];
    if (isJsonObject(value) && Object.keys(value).length > 0) yield* emptyIn(release, value, at);
    const wanted = wantedFor(key, value);
    if (wanted === undefined || !isOnlyCopied(release, at)) continue;
    const [is, kind, empty] = wanted;
    yield {
      at,
      problem: `the default of ${formatPath(at)} is ${is}, and Kubernetes wants a ${kind} there`,
      why: `Whoever sets the ${kind} gets a warning of Helm on each run, and who follows the default is refused.`,
      help: `Write ${empty}.`,
    };
  }
}

/** What is there, the kind that belongs there and how it is written when it is empty; undefined where all is right. */
function wantedFor(key: string, value: JsonValue): readonly [string, string, string] | undefined {
  if (isJsonObject(value)) {
    return Object.keys(value).length === 0 && LISTS.test(key) ? ['{}', 'list', '[]'] : undefined;
  }
  const isEmptyList = Array.isArray(value) && value.length === 0;
  return isEmptyList && MAPS.test(key) ? ['[]', 'map', '{}'] : undefined;
}

const COPIED: ReadonlySet<ValueUse> = new Set(['test', 'yaml']);

function isOnlyCopied({ chart }: Release, at: ValuesPath): boolean {
  const uses = chart?.templates?.usesOf(at);
  return uses?.has('yaml') === true && [...uses].every((use) => COPIED.has(use));
}
