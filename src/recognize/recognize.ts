import type { AnnotatedRole } from '../model/annotation.ts';
import type { ChartProfile } from '../model/chart-profile.ts';
import type { JsonObject } from '../model/json-value.ts';
import type { LintContext } from '../model/lint-context.ts';
import type { RenderedFacts } from '../model/rendered-facts.ts';
import type { Roles } from '../model/roles.ts';
import { secretMatcher } from '../model/secret-matcher.ts';
import type { AnnotatedValue } from './annotated-value.ts';
import { recognizeNameSelectors } from './anti-affinity.ts';
import { recognizeConnectionPools } from './connection-pools.ts';
import { recognizeCors } from './cors-origins.ts';
import { recognizeEndpoints } from './endpoints.ts';
import { recognizeEnvironment } from './environment.ts';
import { recognizeGates } from './gates.ts';
import { recognizeImagePullSecrets } from './image-pull-secrets.ts';
import { recognizeImages } from './images.ts';
import { imagesAsRendered } from './images-as-rendered.ts';
import { recognizeIngresses } from './ingresses.ts';
import type { IsRead } from './is-read.ts';
import { recognizeLabels } from './labels.ts';
import { annotatedValues, annotationsByRole } from './match-annotations.ts';
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
export function recognize(
  data: JsonObject,
  chart: ChartProfile | undefined,
  context: LintContext,
  rendered?: RenderedFacts,
): Roles {
  return new RecognizedRoles(data, chart, context, rendered);
}

/** The roles, and what the recognizers share. A field for each, since a release has them all: a map would grow with every one. */
class RecognizedRoles implements Roles, ValuesView {
  readonly data: JsonObject;
  readonly chart: ChartProfile | undefined;
  readonly context: LintContext;
  readonly rendered: RenderedFacts | undefined;
  #index: ValuesIndex | undefined;
  #annotations: ReturnType<typeof annotationsByRole> | undefined;
  #isRead: IsRead | undefined;
  #isSecret: Roles['isSecret'] | undefined;
  #scalars: ReturnType<typeof recognizeScalars> | undefined;
  #environment: { readonly name: string | undefined } | undefined;
  #valuesRead: Roles['valuesRead'] | undefined;
  #images: Roles['images'] | undefined;
  #replicas: Roles['replicas'] | undefined;
  #pools: Roles['pools'] | undefined;
  #networkPolicies: Roles['networkPolicies'] | undefined;
  #modes: Roles['modes'] | undefined;
  #persistence: Roles['persistence'] | undefined;
  #secrets: Roles['secrets'] | undefined;
  #imagePullSecrets: Roles['imagePullSecrets'] | undefined;
  #securityContexts: Roles['securityContexts'] | undefined;
  #volumeMounts: Roles['volumeMounts'] | undefined;
  #volumes: Roles['volumes'] | undefined;
  #probes: Roles['probes'] | undefined;
  #scrapes: Roles['scrapes'] | undefined;
  #workloads: Roles['workloads'] | undefined;
  #resources: Roles['resources'] | undefined;
  #tolerations: Roles['tolerations'] | undefined;
  #stringMaps: Roles['stringMaps'] | undefined;
  #nameSelectors: Roles['nameSelectors'] | undefined;
  #ingresses: Roles['ingresses'] | undefined;
  #services: Roles['services'] | undefined;
  #cors: Roles['cors'] | undefined;
  #endpoints: Roles['endpoints'] | undefined;
  #labels: Roles['labels'] | undefined;
  #objectNames: Roles['objectNames'] | undefined;
  #gates: Roles['gates'] | undefined;

  constructor(
    data: JsonObject,
    chart: ChartProfile | undefined,
    context: LintContext,
    rendered: RenderedFacts | undefined,
  ) {
    this.data = data;
    this.chart = chart;
    this.context = context;
    this.rendered = rendered;
  }

  annotated(role: AnnotatedRole): readonly AnnotatedValue[] {
    this.#annotations ??= annotationsByRole(this);
    const placed = this.#annotations.get(role);
    return placed === undefined ? [] : annotatedValues(this.data, placed);
  }

  get index() {
    this.#index ??= new ValuesIndex(this.data);
    return this.#index;
  }

  get isRead() {
    this.#isRead ??= readSections(this);
    return this.#isRead;
  }

  get isSecret() {
    this.#isSecret ??= secretMatcher(this.chart?.annotations ?? []);
    return this.#isSecret;
  }

  get scalars() {
    this.#scalars ??= recognizeScalars(this);
    return this.#scalars.scalars;
  }

  get booleanKeys() {
    this.#scalars ??= recognizeScalars(this);
    return this.#scalars.booleanKeys;
  }

  get environment() {
    this.#environment ??= { name: recognizeEnvironment(this) };
    return this.#environment.name;
  }

  get valuesRead() {
    this.#valuesRead ??= valuesTemplates(this);
    return this.#valuesRead;
  }

  get images() {
    this.#images ??= imagesAsRendered(recognizeImages(this), this);
    return this.#images;
  }

  get replicas() {
    this.#replicas ??= recognizeReplicas(this);
    return this.#replicas;
  }

  get pools() {
    this.#pools ??= recognizeConnectionPools(this);
    return this.#pools;
  }

  get networkPolicies() {
    this.#networkPolicies ??= recognizeNetworkPolicies(this);
    return this.#networkPolicies;
  }

  get modes() {
    this.#modes ??= recognizeModes(this);
    return this.#modes;
  }

  get persistence() {
    this.#persistence ??= recognizePersistence(this);
    return this.#persistence;
  }

  get secrets() {
    this.#secrets ??= recognizeSecrets(this);
    return this.#secrets;
  }

  get imagePullSecrets() {
    this.#imagePullSecrets ??= recognizeImagePullSecrets(this);
    return this.#imagePullSecrets;
  }

  get securityContexts() {
    this.#securityContexts ??= recognizeSecurityContexts(this);
    return this.#securityContexts;
  }

  get volumeMounts() {
    this.#volumeMounts ??= recognizeVolumeMounts(this);
    return this.#volumeMounts;
  }

  get volumes() {
    this.#volumes ??= recognizeVolumes(this);
    return this.#volumes;
  }

  get probes() {
    this.#probes ??= recognizeProbes(this);
    return this.#probes;
  }

  get scrapes() {
    this.#scrapes ??= recognizeScrapes(this);
    return this.#scrapes;
  }

  get workloads() {
    this.#workloads ??= recognizeWorkloads(this);
    return this.#workloads;
  }

  get resources() {
    this.#resources ??= recognizeResources(this);
    return this.#resources;
  }

  get tolerations() {
    this.#tolerations ??= recognizeTolerations(this);
    return this.#tolerations;
  }

  get stringMaps() {
    this.#stringMaps ??= recognizeStringMaps(this);
    return this.#stringMaps;
  }

  get nameSelectors() {
    this.#nameSelectors ??= recognizeNameSelectors(this);
    return this.#nameSelectors;
  }

  get ingresses() {
    this.#ingresses ??= recognizeIngresses(this);
    return this.#ingresses;
  }

  get services() {
    this.#services ??= recognizeServices(this);
    return this.#services;
  }

  get cors() {
    this.#cors ??= recognizeCors(this);
    return this.#cors;
  }

  get endpoints() {
    this.#endpoints ??= recognizeEndpoints(this);
    return this.#endpoints;
  }

  get labels() {
    this.#labels ??= recognizeLabels(this);
    return this.#labels;
  }

  get objectNames() {
    this.#objectNames ??= recognizeObjectNames(this);
    return this.#objectNames;
  }

  get gates() {
    this.#gates ??= recognizeGates(this);
    return this.#gates;
  }
}
