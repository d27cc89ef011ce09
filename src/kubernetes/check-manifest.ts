import type { ManifestCheckName } from '../model/check-id.ts';
import { isJsonObject, type JsonValue } from '../model/json-value.ts';
import { checkKind } from './check-kind.ts';
import { checks } from './checks/registry.ts';
import { dropConsequences } from './drop-consequences.ts';
import type { ManifestCheck } from './manifest-check.ts';
import type { CheckFact, ManifestFact } from './manifest-fact.ts';
import type { ManifestNode } from './manifest-node.ts';
import { walkManifest } from './structure/walk-manifest.ts';
import type { KubernetesTypes } from './types/kubernetes-types.ts';

/** The checks by the type that they look at. */
export type ChecksByType = ReadonlyMap<string, readonly ManifestCheck[]>;

export function checksByType(all: readonly ManifestCheck[] = checks): ChecksByType {
  const byType = new Map<string, ManifestCheck[]>();
  for (const check of all) {
    for (const type of check.on) byType.set(type, [...(byType.get(type) ?? []), check]);
  }
  return byType;
}

/**
 * What Kubernetes would refuse of a manifest, or take otherwise than it is meant. Pure; of custom resources and of what is no
 * manifest it says nothing. The items of a `List` are manifests of their own.
 * @param manifest as sigs.k8s.io/yaml reads it: YAML 1.1, times are text
 * @param types of `loadTypes`, for the API versions of at least this manifest
 */
export function checkManifest(
  manifest: JsonValue,
  types: KubernetesTypes,
  byType: ChecksByType = checksByType(),
): ManifestFact[] {
  if (!isJsonObject(manifest)) return [];
  const { apiVersion, kind } = manifest;
  if (typeof apiVersion !== 'string' || typeof kind !== 'string') return [];
  if (apiVersion === 'v1' && kind === 'List' && Array.isArray(manifest.items)) {
    return manifest.items.flatMap((item, i) =>
      checkManifest(item, types, byType).map((fact) => inItem(fact, i)),
    );
  }
  const answer = types.kindOf(apiVersion, kind);
  const facts = checkKind(manifest, answer, types.minor);
  if (answer.is !== 'served') return facts;
  const visit = (node: ManifestNode): void => {
    for (const check of byType.get(node.type) ?? []) {
      for (const fact of check.check(node)) facts.push(settle(check.id as ManifestCheckName, fact, node));
    }
  };
  const structure = walkManifest(manifest, answer.type, types, visit);
  return dropConsequences([...structure, ...facts]);
}

/** Labels of what a controller makes later are looked at when it makes it. */
function settle(
  check: ManifestCheckName,
  fact: CheckFact,
  { type, manifest, path }: ManifestNode,
): ManifestFact {
  const isLate =
    type === 'meta/v1.ObjectMeta' &&
    ((manifest.kind === 'StatefulSet' && path[1] === 'volumeClaimTemplates') ||
      (manifest.kind === 'CronJob' && path.length === 3));
  const late = {
    severity: 'warning' as const,
    why: 'It is installed, and what is made of it later is refused.',
  };
  return { check, severity: 'error', part: 'value', ...fact, ...(isLate ? late : {}) };
}

function inItem(fact: ManifestFact, i: number): ManifestFact {
  return {
    ...fact,
    at: ['items', i, ...fact.at],
    ...(fact.related
      ? { related: fact.related.map((other) => ({ ...other, at: ['items', i, ...other.at] })) }
      : {}),
  };
}
