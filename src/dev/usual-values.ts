import type { JsonValue } from '../model/json-value.ts';

const probe: JsonValue = {
  httpGet: { path: '/healthz', port: 'http', scheme: 'HTTP' },
  initialDelaySeconds: 10,
  periodSeconds: 5,
};
const volumes: JsonValue = [
  { name: 'cache', emptyDir: { sizeLimit: '1Gi', medium: 'Memory' } },
  { name: 'settings', configMap: { name: 'settings', optional: true } },
  { name: 'token', secret: { secretName: 'token', defaultMode: 420 } },
];
const mounts: JsonValue = [{ name: 'cache', mountPath: '/cache', readOnly: true, subPath: 'a' }];
const env: JsonValue = [
  { name: 'LOG_LEVEL', value: 'debug' },
  { name: 'WORKERS', value: '4' },
  { name: 'TOKEN', valueFrom: { secretKeyRef: { name: 'token', key: 'token' } } },
];
const containers: JsonValue = [
  {
    name: 'wait',
    image: 'busybox:1.36',
    imagePullPolicy: 'IfNotPresent',
    command: ['sh', '-c', 'sleep 1'],
    env: [{ name: 'A', value: '1' }],
    resources: { limits: { memory: '64Mi' } },
  },
];
const labels: JsonValue = { team: 'web', tier: '1' };
const term: JsonValue = {
  weight: 100,
  podAffinityTerm: {
    topologyKey: 'kubernetes.io/hostname',
    labelSelector: { matchLabels: { app: 'shop' } },
  },
};
const spread: JsonValue = [
  {
    maxSkew: 1,
    topologyKey: 'topology.kubernetes.io/zone',
    whenUnsatisfiable: 'ScheduleAnyway',
    labelSelector: { matchLabels: { app: 'shop' } },
  },
];
const securityContexts: JsonValue[] = [
  { runAsNonRoot: true, runAsUser: 1000, seccompProfile: { type: 'RuntimeDefault' } },
];
const containerContexts: JsonValue[] = [
  ...securityContexts,
  { allowPrivilegeEscalation: false, readOnlyRootFilesystem: true, capabilities: { drop: ['ALL'] } },
];

/** What people write below keys that many charts hand to Kubernetes as they are, each of it right. */
export const USUAL_VALUES: Readonly<Record<string, readonly JsonValue[]>> = {
  resources: [
    { limits: { cpu: '500m', memory: '256Mi' }, requests: { cpu: '100m', memory: '128Mi' } },
    { requests: { cpu: 1, memory: '1Gi', 'ephemeral-storage': '2Gi' } },
  ],
  affinity: [
    { podAntiAffinity: { preferredDuringSchedulingIgnoredDuringExecution: [term] } },
    {
      nodeAffinity: {
        requiredDuringSchedulingIgnoredDuringExecution: {
          nodeSelectorTerms: [
            { matchExpressions: [{ key: 'kubernetes.io/arch', operator: 'In', values: ['amd64'] }] },
          ],
        },
      },
    },
  ],
  tolerations: [
    [
      { key: 'dedicated', operator: 'Equal', value: 'web', effect: 'NoSchedule' },
      {
        key: 'node.kubernetes.io/unreachable',
        operator: 'Exists',
        effect: 'NoExecute',
        tolerationSeconds: 60,
      },
    ],
  ],
  nodeSelector: [{ 'kubernetes.io/os': 'linux', disk: 'ssd', gpu: 'true' }],
  topologySpreadConstraints: [spread],
  livenessProbe: [probe],
  readinessProbe: [probe],
  startupProbe: [probe],
  podSecurityContext: [{ fsGroup: 2000, runAsNonRoot: true, supplementalGroups: [3000] }],
  securityContext: containerContexts,
  containerSecurityContext: containerContexts,
  volumes: [volumes],
  extraVolumes: [volumes],
  volumeMounts: [mounts],
  extraVolumeMounts: [mounts],
  env: [env],
  extraEnv: [env],
  extraEnvVars: [env],
  envFrom: [[{ configMapRef: { name: 'settings', optional: true } }]],
  initContainers: [containers],
  extraInitContainers: [containers],
  sidecars: [containers],
  extraContainers: [containers],
  imagePullSecrets: [[{ name: 'registry' }]],
  podAnnotations: [{ 'prometheus.io/scrape': 'true', 'prometheus.io/port': '9090' }],
  podLabels: [labels],
  commonLabels: [labels],
  annotations: [{ 'example.com/owner': 'web', 'example.com/weight': '10' }],
  labels: [labels],
  strategy: [{ type: 'RollingUpdate', rollingUpdate: { maxSurge: 1, maxUnavailable: '25%' } }],
  updateStrategy: [{ type: 'RollingUpdate' }],
  hostAliases: [[{ ip: '10.0.0.1', hostnames: ['db.example.com'] }]],
  dnsConfig: [{ nameservers: ['10.0.0.10'], options: [{ name: 'ndots', value: '2' }] }],
  lifecycle: [{ preStop: { exec: { command: ['sleep', '5'] } } }],
  service: [{ type: 'ClusterIP', port: 80 }, { type: 'NodePort' }],
  replicaCount: [3],
  priorityClassName: ['high'],
  terminationGracePeriodSeconds: [60],
};
