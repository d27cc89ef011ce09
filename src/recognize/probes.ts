import { isJsonObject, type JsonObject, type JsonValue } from '../model/json-value.ts';
import type { ProbeRole } from '../model/pod-roles.ts';
import { isSwitchedOff } from './network-policies.ts';
import { pathOf, type ValueMap } from './value-map.ts';

const NAME = /^(?:custom|default)?(liveness|readiness|startup)(?:Probe)?$/i;

/** Every health check that is on: `livenessProbe`, `readinessProbe`, `startupProbe`, in any component. */
export function recognizeProbes(maps: readonly ValueMap[]): ProbeRole[] {
  const found: ProbeRole[] = [];
  for (const node of maps) {
    for (const [key, probe] of Object.entries(node.map)) {
      const kind = NAME.exec(key)?.[1]?.toLowerCase() as ProbeRole['kind'] | undefined;
      if (kind === undefined || !isJsonObject(probe) || !isActive(probe) || isSwitchedOff(node)) continue;
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
  }
  return found;
}

const TIMES = ['initialDelaySeconds', 'periodSeconds', 'timeoutSeconds', 'failureThreshold'];

function isActive(probe: JsonObject): boolean {
  return probe.enabled !== false && TIMES.some((name) => typeof probe[name] === 'number');
}

/** Zero means the default to Kubernetes, except for the delay, whose default is zero. */
function seconds(value: JsonValue | undefined, fallback: number): number {
  return typeof value === 'number' && value > 0 ? value : fallback;
}
