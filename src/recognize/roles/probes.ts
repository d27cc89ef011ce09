import { isJsonObject, type JsonObject, type JsonValue } from '../../model/json-value.ts';
import type { ProbeRole } from '../../model/pod-roles.ts';
import { isComponentOff } from '../is-component-off.ts';
import { pathOf } from '../values-index.ts';
import type { ValuesView } from '../values-view.ts';

const KINDS = ['liveness', 'readiness', 'startup'] as const;
const PREFIXES = ['', 'custom', 'default'];

/** Every health check that is on: `livenessProbe`, `readinessProbe`, `startupProbe`, in any component. */
export function recognizeProbes({ index }: ValuesView): ProbeRole[] {
  const found: ProbeRole[] = [];
  for (const { node, key, value: probe } of index.entries(({ lower }) => kindOf(lower) !== undefined)) {
    const kind = kindOf(key.toLowerCase());
    if (kind === undefined || !isJsonObject(probe) || !isActive(probe) || isComponentOff(node)) continue;
    found.push({
      path: pathOf(node, key),
      kind,
      // Defaults of core/v1 Probe.
      initialDelaySeconds: seconds(probe.initialDelaySeconds, 0),
      periodSeconds: seconds(probe.periodSeconds, 10),
      timeoutSeconds: seconds(probe.timeoutSeconds, 1),
      failureThreshold: seconds(probe.failureThreshold, 3),
    });
  }
  return found;
}

/** What the key is about, in lower case: `livenessProbe`, `customLivenessProbe`, `liveness`. */
function kindOf(lower: string): ProbeRole['kind'] | undefined {
  return KINDS.find(
    (kind) => lower.includes(kind) && PREFIXES.some((prefix) => isProbe(lower, prefix + kind)),
  );
}

function isProbe(lower: string, name: string): boolean {
  return lower === name || lower === `${name}probe`;
}

const TIMES = ['initialDelaySeconds', 'periodSeconds', 'timeoutSeconds', 'failureThreshold'];

function isActive(probe: JsonObject): boolean {
  return probe.enabled !== false && TIMES.some((name) => typeof probe[name] === 'number');
}

/** Zero means the default to Kubernetes, except for the delay, whose default is zero. */
function seconds(value: JsonValue | undefined, fallback: number): number {
  return typeof value === 'number' && value > 0 ? value : fallback;
}
