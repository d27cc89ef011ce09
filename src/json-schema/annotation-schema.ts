import type { AnnotatedRole, RoleAnnotations, ValueAnnotation } from '../model/annotation.ts';
import type { JsonObject } from '../model/json-value.ts';

const text: JsonObject = { type: 'string' };
const texts: JsonObject = { type: 'array', items: text };
const flag: JsonObject = { type: 'boolean' };
/** Pointers to required values. */
const conditions: JsonObject = { type: 'object' };
/** Pointers, the last entry may be a value. */
const source: JsonObject = { type: 'array', items: { type: ['string', 'number'] } };
const listsByName: JsonObject = { type: 'object', additionalProperties: texts };

const autoscaler: JsonObject = {
  type: 'object',
  required: ['enabled'],
  properties: {
    enabled: { ...texts, minItems: 1 },
    min: source,
    max: source,
    cpu: source,
    memory: source,
    metrics: texts,
    metricsWhen: conditions,
    count: { enum: ['ignored', 'reset', 'chart-rule'] },
  },
};

const runs: JsonObject = {
  type: 'object',
  required: ['replicas'],
  properties: {
    activeWhen: conditions,
    replicas: source,
    singleWhenAny: conditions,
    autoscaler,
    disruptionBudget: {
      type: 'object',
      required: ['activeWhen'],
      properties: { activeWhen: conditions, minAvailable: source, maxUnavailable: source },
    },
    resources: texts,
    productionReplicas: { type: 'number' },
    affinity: text,
    // The last one is the setting to change.
    hardAntiAffinity: { ...conditions, minProperties: 1 },
    ports: {
      type: 'object',
      required: ['listens', 'readers'],
      properties: { listens: source, readers: texts, securityContexts: texts },
    },
  },
};

/** What any annotation may hold. */
const ANY: { readonly [Key in keyof ValueAnnotation]-?: JsonObject } = {
  secret: flag,
  existingSecret: { anyOf: [text, { const: false }] },
  message: text,
  deprecated: flag,
  replacedBy: text,
  docs: text,
  printed: { enum: ['text', 'number'] },
  dead: text,
  needed: {
    anyOf: [
      { enum: [true, false, 'always'] },
      { type: 'object', additionalProperties: { type: 'array', minItems: 1 } },
    ],
  },
  deadSeverity: { enum: ['error', 'warning', 'info'] },
  coveredBy: text,
};

/** What an annotation may hold beyond that, by the role that it gives. */
const BY_ROLE: {
  readonly [Role in AnnotatedRole]: { readonly [Key in keyof RoleAnnotations[Role]]-?: JsonObject };
} = {
  replicas: { consensus: text, workload: text },
  image: { tagFallback: texts },
  'connection-pool': {},
  'network-policy': { activeWhenAny: conditions },
  mode: {
    sections: listsByName,
    needs: listsByName,
    needsOneOf: { type: 'object', additionalProperties: { type: 'array', items: texts } },
    activeWhen: conditions,
  },
  gate: { gates: texts },
  environment: {},
  'image-pull-secrets': { items: { enum: ['object', 'string'] } },
  'volume-mounts': { volumes: text, chartVolumes: texts, writable: texts, readOnlyRoot: text },
  'scrape-interval': { scrapeTimeout: text },
  'object-name': {},
  workload: { workload: text, runs },
  ingress: {
    ingress: {
      type: 'object',
      required: ['enabled', 'host'],
      properties: { enabled: text, host: text, className: text, tls: text, issuer: text },
    },
  },
  service: {
    ports: {
      type: 'array',
      items: {
        type: 'object',
        required: ['name', 'port'],
        properties: { name: text, port: { type: ['string', 'number'] }, activeWhen: conditions },
      },
    },
  },
  'cors-origins': { sameHost: flag },
  endpoint: {},
};

/**
 * The shape of `x-chartlint` (`model/annotation.ts`), as a schema of draft-07. Keys that are not listed are somebody else's;
 * those of another role are held to their shape all the same.
 */
export const ANNOTATION_SCHEMA: JsonObject = {
  type: 'object',
  properties: {
    role: { enum: Object.keys(BY_ROLE) },
    ...ANY,
    ...Object.assign({}, ...Object.values(BY_ROLE)),
  },
};
