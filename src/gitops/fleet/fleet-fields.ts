import { anyOf, type FieldTree } from '../field-tree.ts';
import type { FieldWords } from '../unknown-fields.ts';

const HELM: FieldTree = {
  ...anyOf(
    'atomic chart disableDNS disableDependencyUpdate disablePreProcess force maxHistory releaseName repo skipSchemaValidation takeOwnership ' +
      'templateValues timeoutSeconds values version waitForJobs',
  ),
  ...anyOf('valuesFiles valuesFrom', 'list'),
};

const DEPLOYMENT: FieldTree = {
  ...anyOf(
    'correctDrift defaultNamespace deleteCRDResources deleteNamespace diff downstreamResources forceSyncGeneration ignore keepResources',
  ),
  ...anyOf('kustomize namespace namespaceAnnotations namespaceLabels overwrites serviceAccount yaml'),
  helm: HELM,
};

/** The fields of a fleet.yaml (`fleetyaml.go`, `bundle_types.go`, `bundledeployment_types.go` of rancher/fleet). */
export const FLEET_FIELDS: FieldTree = {
  ...DEPLOYMENT,
  ...anyOf(
    'name labels imageScans overrideTargets paused rolloutStrategy resources targetRestrictions targets dependsOn contentsId helmOpOptions',
  ),
  ...anyOf('schedule'),
  targetCustomizations: [
    {
      ...DEPLOYMENT,
      ...anyOf('name clusterSelector clusterGroup clusterGroupSelector clusterName doNotDeploy'),
    },
  ],
};

/** What to say about others. */
export const FLEET_WORDS: FieldWords = {
  tool: 'fleet.yaml',
  values: 'helm.values',
  why: 'Fleet drops the field without a word.',
  instead: {
    values: 'It belongs under helm.',
    valuesFiles: 'It belongs under helm.',
    valuesFrom: 'It belongs under helm.',
    chart: 'It belongs under helm.',
    repo: 'It belongs under helm.',
    version: 'It belongs under helm.',
    releaseName: 'It belongs under helm.',
    'helm.valueFiles': 'Fleet calls it valuesFiles.',
    'helm.valuesFile': 'Fleet calls it valuesFiles, a list.',
    'helm.valuesObject': 'Fleet calls it values.',
    'helm.name': 'The name of the release is releaseName.',
    'helm.namespace': 'It is defaultNamespace or namespace at the root.',
    'targetCustomizations.values': 'It belongs under helm.',
    'targetCustomizations.valuesFiles': 'It belongs under helm.',
  },
};
