import { typeName } from './encode-kubernetes-types.ts';
import { apiVersionOf, type Lifecycle } from './kubernetes-lifecycles.ts';
import type { KubernetesRelease } from './kubernetes-release.ts';

/** A kind in an API version: the definition of its type, and where its life begins and ends. */
export interface RecordedKind {
  readonly definition?: string;
  readonly since: number;
  /** The last minor that serves it. */
  readonly until?: number;
  readonly deprecated?: number;
  /** `apps/v1 Deployment` */
  readonly replacement?: string;
}

/** Kinds that programs send and nobody writes into a chart. */
const NOT_WRITTEN =
  /(List|Options|Review|^Status|^WatchEvent|^Eviction|^Binding|^TokenRequest|^Scale|^APIGroup|^APIVersions|^ComponentStatus|^Event)$/;

/** Every kind of the releases (oldest first), by `apiVersion Kind`; and those that were removed before the oldest. */
export function recordKinds(
  releases: readonly KubernetesRelease[],
  lifecycles: ReadonlyMap<string, Lifecycle>,
): Map<string, RecordedKind> {
  const kinds = new Map<string, RecordedKind>();
  for (const { minor, definitions } of releases) {
    for (const [definition, { 'x-kubernetes-group-version-kind': named }] of Object.entries(definitions)) {
      if (named?.length !== 1 || NOT_WRITTEN.test(named[0]!.kind)) continue;
      const key = `${apiVersionOf(named[0]!)} ${named[0]!.kind}`;
      kinds.set(key, { definition, since: kinds.get(key)?.since ?? minor, until: minor });
    }
  }
  const newest = releases.at(-1)!.minor;
  for (const [key, kind] of kinds) {
    const { until, ...served } = kind;
    kinds.set(key, until === newest ? served : kind);
  }
  for (const [key, life] of lifecycles) {
    const kind = kinds.get(key);
    if (NOT_WRITTEN.test(key) || (!kind && life.removed === undefined)) continue;
    if (!kind && life.removed! > releases[0]!.minor) continue;
    kinds.set(key, {
      ...(kind ?? { since: life.introduced, until: life.removed! - 1 }),
      ...(life.deprecated === undefined ? {} : { deprecated: life.deprecated }),
      ...(life.replacement === undefined ? {} : { replacement: life.replacement }),
    });
  }
  return kinds;
}

/** The line of `kinds.json` for one kind: `type since-until !deprecated >replacement`. */
export function encodeKind(kind: RecordedKind, oldest: number): string {
  const range = `${kind.since > oldest || !kind.definition ? kind.since : ''}${kind.until === undefined ? '' : `-${kind.until}`}`;
  return [
    kind.definition ? typeName(kind.definition) : '',
    range && `@${range}`,
    kind.deprecated === undefined ? '' : `!${kind.deprecated}`,
    kind.replacement === undefined ? '' : `>${kind.replacement}`,
  ].join('');
}
