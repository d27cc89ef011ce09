import type { ChartProfile } from '../model/chart-profile.ts';
import type { JsonObject } from '../model/json-value.ts';
import type { LintContext } from '../model/lint-context.ts';
import type { Roles } from '../model/roles.ts';
import { recognizeConnectionPools } from './connection-pools.ts';
import { recognizeEnvironment } from './environment.ts';
import { recognizeImages } from './images.ts';
import { recognizeModes } from './modes.ts';
import { recognizeNetworkPolicies } from './network-policies.ts';
import { recognizePersistence } from './persistence.ts';
import { recognizeReplicas } from './replicas.ts';
import { valueMaps } from './value-map.ts';

/** What the effective values mean. Each role is computed when a rule first asks for it, then kept. */
export function recognize(data: JsonObject, chart: ChartProfile | undefined, context: LintContext): Roles {
  const maps = once(() => valueMaps(data));
  const images = once(() => recognizeImages(data, maps(), chart));
  const replicas = once(() => recognizeReplicas(data, maps(), chart));
  const pools = once(() => recognizeConnectionPools(maps()));
  const networkPolicies = once(() => recognizeNetworkPolicies(data, maps(), chart));
  const modes = once(() => recognizeModes(data, maps(), chart));
  const persistence = once(() => recognizePersistence(maps()));
  const environment = once(() => recognizeEnvironment(data, chart, context));
  return {
    get images() {
      return images();
    },
    get replicas() {
      return replicas();
    },
    get pools() {
      return pools();
    },
    get networkPolicies() {
      return networkPolicies();
    },
    get modes() {
      return modes();
    },
    get persistence() {
      return persistence();
    },
    get environment() {
      return environment();
    },
  };
}

function once<T>(compute: () => T): () => T {
  let result: { value: T } | undefined;
  return () => {
    result ??= { value: compute() };
    return result.value;
  };
}
