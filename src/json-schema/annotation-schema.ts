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

/** The shape of `x-chartlint` (`model/annotation.ts`), as a schema of draft-07. Keys that are not listed are somebody else's. */
export const ANNOTATION_SCHEMA: JsonObject = {
  type: 'object',
  properties: {
    role: {
      enum: [
        ...['replicas', 'image', 'connection-pool', 'network-policy', 'mode', 'gate', 'environment'],
        ...['image-pull-secrets', 'volume-mounts', 'scrape-interval', 'object-name', 'workload', 'ingress'],
        ...['service', 'cors-origins', 'endpoint'],
      ],
    },
    secret: flag,
    existingSecret: { anyOf: [text, { const: false }] },
    message: text,
    deprecated: flag,
    replacedBy: text,
    docs: text,
    consensus: text,
    workload: text,
    tagFallback: texts,
    sections: listsByName,
    needs: listsByName,
    needsOneOf: { type: 'object', additionalProperties: { type: 'array', items: texts } },
    activeWhen: conditions,
    activeWhenAny: conditions,
    items: { enum: ['object', 'string'] },
    volumes: text,
    chartVolumes: texts,
    writable: texts,
    readOnlyRoot: text,
    scrapeTimeout: text,
    runs,
    ingress: {
      type: 'object',
      required: ['enabled', 'host'],
      properties: { enabled: text, host: text, className: text, tls: text, issuer: text },
    },
    ports: {
      type: 'array',
      items: {
        type: 'object',
        required: ['name', 'port'],
        properties: { name: text, port: { type: ['string', 'number'] }, activeWhen: conditions },
      },
    },
    sameHost: flag,
    printed: { enum: ['text', 'number'] },
    gates: texts,
    dead: text,
    deadSeverity: { enum: ['error', 'warning', 'info'] },
    coveredBy: text,
  },
};
