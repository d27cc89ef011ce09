import type { ChartProfile } from '../model/chart-profile.ts';
import type { JsonObject } from '../model/json-value.ts';
import type { LintContext } from '../model/lint-context.ts';
import type { Roles } from '../model/roles.ts';
import { recognizeNameSelectors } from './anti-affinity.ts';
import { recognizeConnectionPools } from './connection-pools.ts';
import { recognizeCors } from './cors-origins.ts';
import { recognizeEndpoints } from './endpoints.ts';
import { recognizeEnvironment } from './environment.ts';
import { recognizeGates } from './gates.ts';
import { recognizeImagePullSecrets } from './image-pull-secrets.ts';
import { recognizeImages } from './images.ts';
import { recognizeIngresses } from './ingresses.ts';
import { recognizeLabels } from './labels.ts';
import { recognizeModes } from './modes.ts';
import { recognizeNetworkPolicies } from './network-policies.ts';
import { recognizeObjectNames } from './object-names.ts';
import { recognizePersistence } from './persistence.ts';
import { recognizeProbes } from './probes.ts';
import { recognizeReplicas } from './replicas.ts';
import { recognizeResources } from './resource-blocks.ts';
import { recognizeScalars } from './scalars.ts';
import { recognizeScrapes } from './scrapes.ts';
import { recognizeSecrets } from './secrets.ts';
import { recognizeSecurityContexts } from './security-contexts.ts';
import { recognizeServices } from './services.ts';
import { recognizeStringMaps } from './string-maps.ts';
import { recognizeTolerations } from './tolerations.ts';
import { readSections } from './unread-sections.ts';
import { valueMaps } from './value-map.ts';
import { valuesTemplates } from './values-templates.ts';
import { recognizeVolumeMounts, recognizeVolumes } from './volumes.ts';
import { recognizeWorkloads } from './workloads.ts';

/** What the effective values mean. Each role is computed when a rule first asks for it, then kept. */
export function recognize(data: JsonObject, chart: ChartProfile | undefined, context: LintContext): Roles {
  const maps = once(() => valueMaps(data));
  const images = once(() => recognizeImages(data, maps(), chart));
  const replicas = once(() => recognizeReplicas(data, maps(), chart));
  const pools = once(() => recognizeConnectionPools(maps()));
  const networkPolicies = once(() => recognizeNetworkPolicies(data, maps(), chart));
  const modes = once(() => recognizeModes(data, maps(), chart));
  const isRead = once(() => readSections(data, chart, modes()));
  const persistence = once(() => recognizePersistence(maps(), isRead()));
  const secrets = once(() => recognizeSecrets(data, maps(), chart, isRead()));
  const imagePullSecrets = once(() => recognizeImagePullSecrets(data, chart));
  const securityContexts = once(() => recognizeSecurityContexts(maps()));
  const volumeMounts = once(() => recognizeVolumeMounts(data, maps(), chart));
  const volumes = once(() => recognizeVolumes(maps()));
  const probes = once(() => recognizeProbes(maps()));
  const scrapes = once(() => recognizeScrapes(data, maps(), chart));
  const workloads = once(() => recognizeWorkloads(data, maps(), chart, isRead()));
  const resources = once(() => recognizeResources(data, maps(), chart, workloads(), isRead()));
  const tolerations = once(() => recognizeTolerations(maps(), isRead()));
  const stringMaps = once(() => recognizeStringMaps(maps(), chart, isRead()));
  const nameSelectors = once(() => recognizeNameSelectors(maps()));
  const ingresses = once(() => recognizeIngresses(data, maps(), chart, isRead()));
  const services = once(() => recognizeServices(data, maps(), chart, isRead()));
  const cors = once(() => recognizeCors(data, maps(), chart, isRead()));
  const endpoints = once(() => recognizeEndpoints(data, maps(), chart, isRead()));
  const labels = once(() => recognizeLabels(maps(), isRead()));
  const objectNames = once(() => recognizeObjectNames(data, maps(), chart, isRead()));
  const gates = once(() => recognizeGates(data, maps(), chart, modes()));
  const scalars = once(() => recognizeScalars(data));
  const valuesRead = once(() => valuesTemplates(scalars()));
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
    get secrets() {
      return secrets();
    },
    get imagePullSecrets() {
      return imagePullSecrets();
    },
    get securityContexts() {
      return securityContexts();
    },
    get volumeMounts() {
      return volumeMounts();
    },
    get volumes() {
      return volumes();
    },
    get probes() {
      return probes();
    },
    get scrapes() {
      return scrapes();
    },
    get workloads() {
      return workloads();
    },
    get resources() {
      return resources();
    },
    get tolerations() {
      return tolerations();
    },
    get stringMaps() {
      return stringMaps();
    },
    get nameSelectors() {
      return nameSelectors();
    },
    get ingresses() {
      return ingresses();
    },
    get services() {
      return services();
    },
    get cors() {
      return cors();
    },
    get endpoints() {
      return endpoints();
    },
    get labels() {
      return labels();
    },
    get objectNames() {
      return objectNames();
    },
    get gates() {
      return gates();
    },
    get scalars() {
      return scalars();
    },
    get valuesRead() {
      return valuesRead();
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
