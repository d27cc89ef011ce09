import { References } from '../json-schema/references.ts';
import type { SchemaPlace } from '../json-schema/schema-place.ts';
import type { JsonSchema } from '../model/chart-profile.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../model/json-value.ts';
import { type KnownNames, knownNames, nearestName } from '../model/nearest-name.ts';

/** The keys that a chart knows, map by map; `true` where what lies below is free or no map. */
export interface KeyTree {
  readonly [key: string]: KeyTree | true;
}

/** What it takes to tell from the keys alone whether a file is for the chart. */
export interface ChartShape {
  readonly name: string;
  readonly keys: KeyTree;
}

/**
 * The keys that a schema names in its properties, with references and `allOf` followed. `current`: without those that it calls
 * deprecated, which tell that a file is for an earlier version.
 */
export function keyTree(schema: JsonSchema, only: 'all' | 'current' = 'all'): KeyTree {
  const references = new References(schema);
  const tree = keysOf(references, references.root, new Set(), only);
  return tree === true ? {} : tree;
}

function keysOf(
  references: References,
  place: SchemaPlace,
  open: ReadonlySet<unknown>,
  only: 'all' | 'current',
): KeyTree | true {
  const { schema } = place;
  if (!isJsonObject(schema) || open.has(schema)) return true;
  const inside = new Set(open).add(schema);
  let tree: Record<string, KeyTree | true> | true = true;
  const parts = references.follow(place);
  if (Array.isArray(schema.allOf)) {
    parts.push(...schema.allOf.map((_, i) => references.step(place, 'allOf', i)));
  }
  for (const part of parts) {
    const keys = keysOf(references, part, inside, only);
    if (keys !== true) tree = { ...(tree === true ? {} : tree), ...keys };
  }
  for (const key of Object.keys(isJsonObject(schema.properties) ? schema.properties : {})) {
    const property = references.step(place, 'properties', key);
    if (only === 'current' && isJsonObject(property.schema) && property.schema.deprecated === true) continue;
    tree = { ...(tree === true ? {} : tree), [key]: keysOf(references, property, inside, only) };
  }
  return tree;
}

/**
 * Keys that `helm create` and common charts use everywhere, at any depth: they say nothing about which chart a file is for.
 * Source: `helm create` (Helm 4.2, `pkg/chart/v2/util/create.go`) and the Bitnami values conventions.
 */
const COMMON_KEYS = new Set(
  (
    'replicaCount replicas image repository tag digest registry pullPolicy imagePullPolicy imagePullSecrets nameOverride ' +
    'fullnameOverride serviceAccount create name annotations labels automount podAnnotations podLabels podSecurityContext ' +
    'securityContext service type port targetPort nodePort ingress enabled className hosts host paths path pathType tls ' +
    'secretName resources limits requests cpu memory livenessProbe readinessProbe startupProbe httpGet autoscaling minReplicas ' +
    'maxReplicas targetCPUUtilizationPercentage targetMemoryUtilizationPercentage volumes volumeMounts nodeSelector tolerations ' +
    'affinity podAntiAffinity env config global environment imageRegistry storageClass storageClassName namespace persistence size ' +
    'accessMode existingClaim podDisruptionBudget minAvailable maxUnavailable networkPolicy serviceMonitor interval scrapeTimeout ' +
    'postgresql redis mysql auth username password database user primary existingSecret externalDatabase externalRedis url ' +
    'monitoring prometheus grafana metrics rbac rules security updateStrategy services storage mode secrets hpa orchestrator frontend ' +
    'runAsUser runAsGroup runAsNonRoot fsGroup capabilities drop readOnlyRootFilesystem allowPrivilegeEscalation extraSecrets ' +
    'initialDelaySeconds periodSeconds timeoutSeconds failureThreshold vault address role token ' +
    // Fields of Kubernetes that values hand on, and those of charts that others bring along.
    'privileged seccompProfile seLinuxOptions fsGroupChangePolicy supplementalGroups add nodeAffinity podAffinity ' +
    'requiredDuringSchedulingIgnoredDuringExecution preferredDuringSchedulingIgnoredDuringExecution nodeSelectorTerms ' +
    'matchExpressions matchLabels labelSelector topologyKey topologySpreadConstraints weight podAffinityTerm preference ' +
    'tcpSocket exec grpc successThreshold terminationGracePeriodSeconds priorityClassName hostNetwork dnsPolicy initContainers ' +
    'sidecars command args accessModes prometheusRule podMonitor postgresPassword master slave replica readReplicas architecture ' +
    'replication clusterIP loadBalancerIP externalTrafficPolicy schedule strategy rollingUpdate maxSurge'
  ).split(' '),
);

/**
 * The chart whose keys the values fit, or undefined when no chart fits well or two fit alike. A file counts as a chart's when
 * most of its keys are known there, among them telling ones, and clearly more of those than any other chart knows.
 */
export function chartByShape(data: JsonObject, shapes: readonly ChartShape[]): string | undefined {
  const telling = shapes.map(({ keys }) => countTelling(data, keys));
  // Looking for misspelled keys is dear, and only a chart with the most telling keys can win.
  const most = Math.max(0, ...telling);
  if (most === 0) return undefined;
  const scores = shapes
    .filter((_, i) => telling[i] === most)
    .map((shape) => fitOf(data, shape))
    .sort((a, b) => a.unknown - b.unknown);
  const [best, second] = scores;
  if (best === undefined) return undefined;
  if (second !== undefined && best.unknown >= second.unknown) return undefined;
  const share = best.known / (best.known + best.unknown);
  // One telling key may be chance, unless nothing speaks against it.
  return share >= (most >= 3 ? 0.6 : 0.8) ? best.name : undefined;
}

/** Known keys that few charts have. */
function countTelling(data: JsonObject, keys: KeyTree): number {
  let telling = 0;
  eachKey(data, keys, (key, _, isKnown) => {
    // Names of annotations and labels belong to whoever reads those.
    if (isKnown && !COMMON_KEYS.has(key) && !key.includes('/')) telling += 1;
  });
  return telling;
}

/** How many keys the chart knows. A misspelled key speaks for the chart whose key it nearly is. */
function fitOf(
  data: JsonObject,
  { name, keys }: ChartShape,
): { readonly name: string; readonly known: number; readonly unknown: number } {
  const namesOf = new Map<KeyTree, KnownNames>();
  let known = 0;
  let unknown = 0;
  eachKey(data, keys, (key, tree, isKnown) => {
    if (isKnown || isMisspelled(key, tree, namesOf)) known += 1;
    else unknown += 1;
  });
  return { name, known, unknown };
}

function isMisspelled(key: string, tree: KeyTree, namesOf: Map<KeyTree, KnownNames>): boolean {
  const names = namesOf.get(tree) ?? knownNames(Object.keys(tree));
  namesOf.set(tree, names);
  return nearestName(key, names, 'slip') !== undefined;
}

/** Calls with each key of the values that stands where the chart expects some, and with those that it expects there. */
function eachKey(
  value: JsonValue,
  tree: KeyTree | true,
  take: (key: string, tree: KeyTree, isKnown: boolean) => void,
): void {
  if (!isJsonObject(value) || tree === true) return;
  for (const key of Object.keys(value)) {
    const below = Object.hasOwn(tree, key) ? tree[key] : undefined;
    take(key, tree, below !== undefined);
    if (below !== undefined) eachKey(value[key]!, below, take);
  }
}

/** Whether the chart knows every key of the values. */
export function knowsAllKeys(data: JsonObject, { keys }: ChartShape): boolean {
  return knowsBelow(data, keys);
}

function knowsBelow(value: JsonValue, tree: KeyTree | true): boolean {
  if (!isJsonObject(value) || tree === true) return true;
  return Object.keys(value).every((key) => Object.hasOwn(tree, key) && knowsBelow(value[key]!, tree[key]!));
}
