import type { AnnotatedRole } from '../model/annotation.ts';
import type { ChartProfile } from '../model/chart-profile.ts';
import type { JsonObject } from '../model/json-value.ts';
import type { LintContext } from '../model/lint-context.ts';
import type { Roles } from '../model/roles.ts';
import { secretMatcher } from '../model/secret-matcher.ts';
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
import { type AnnotatedValue, annotatedValues, annotationsByRole } from './match-annotations.ts';
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
import { ValuesIndex } from './values-index.ts';
import { valuesTemplates } from './values-templates.ts';
import type { ValuesView } from './values-view.ts';
import { recognizeVolumeMounts, recognizeVolumes } from './volumes.ts';
import { recognizeWorkloads } from './workloads.ts';

/** What the effective values mean. Each role is computed when a rule first asks for it, then kept. */
export function recognize(data: JsonObject, chart: ChartProfile | undefined, context: LintContext): Roles {
  return new RecognizedRoles(data, chart, context);
}

/** The roles, and what the recognizers share. */
class RecognizedRoles implements Roles, ValuesView {
  readonly data: JsonObject;
  readonly chart: ChartProfile | undefined;
  readonly context: LintContext;
  readonly #known = new Map<unknown, unknown>();

  constructor(data: JsonObject, chart: ChartProfile | undefined, context: LintContext) {
    this.data = data;
    this.chart = chart;
    this.context = context;
  }

  /** What the recognizer makes of the values; it is asked once. */
  #once<T>(recognizer: (view: ValuesView) => T): T {
    const known = this.#known.get(recognizer);
    if (known !== undefined || this.#known.has(recognizer)) return known as T;
    const recognized = recognizer(this);
    this.#known.set(recognizer, recognized);
    return recognized;
  }

  annotated(role: AnnotatedRole): readonly AnnotatedValue[] {
    const placed = this.#once(annotationsByRole).get(role);
    return placed === undefined ? [] : annotatedValues(this.data, placed);
  }

  get index() {
    return this.#once(indexOf);
  }

  get isRead() {
    return this.#once(readSections);
  }

  get isSecret() {
    return this.#once(isSecretIn);
  }

  get scalars() {
    return this.#once(recognizeScalars).scalars;
  }

  get booleanKeys() {
    return this.#once(recognizeScalars).booleanKeys;
  }

  get valuesRead() {
    return this.#once(valuesTemplates);
  }

  get images() {
    return this.#once(recognizeImages);
  }

  get replicas() {
    return this.#once(recognizeReplicas);
  }

  get pools() {
    return this.#once(recognizeConnectionPools);
  }

  get networkPolicies() {
    return this.#once(recognizeNetworkPolicies);
  }

  get modes() {
    return this.#once(recognizeModes);
  }

  get persistence() {
    return this.#once(recognizePersistence);
  }

  get secrets() {
    return this.#once(recognizeSecrets);
  }

  get imagePullSecrets() {
    return this.#once(recognizeImagePullSecrets);
  }

  get securityContexts() {
    return this.#once(recognizeSecurityContexts);
  }

  get volumeMounts() {
    return this.#once(recognizeVolumeMounts);
  }

  get volumes() {
    return this.#once(recognizeVolumes);
  }

  get probes() {
    return this.#once(recognizeProbes);
  }

  get scrapes() {
    return this.#once(recognizeScrapes);
  }

  get workloads() {
    return this.#once(recognizeWorkloads);
  }

  get resources() {
    return this.#once(recognizeResources);
  }

  get tolerations() {
    return this.#once(recognizeTolerations);
  }

  get stringMaps() {
    return this.#once(recognizeStringMaps);
  }

  get nameSelectors() {
    return this.#once(recognizeNameSelectors);
  }

  get ingresses() {
    return this.#once(recognizeIngresses);
  }

  get services() {
    return this.#once(recognizeServices);
  }

  get cors() {
    return this.#once(recognizeCors);
  }

  get endpoints() {
    return this.#once(recognizeEndpoints);
  }

  get labels() {
    return this.#once(recognizeLabels);
  }

  get objectNames() {
    return this.#once(recognizeObjectNames);
  }

  get gates() {
    return this.#once(recognizeGates);
  }

  get environment() {
    return this.#once(recognizeEnvironment);
  }
}

function indexOf({ data }: ValuesView): ValuesIndex {
  return new ValuesIndex(data);
}

function isSecretIn({ chart }: ValuesView): Roles['isSecret'] {
  return secretMatcher(chart?.annotations ?? []);
}
