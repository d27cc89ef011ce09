import { anyOf, type FieldTree } from '../field-tree.ts';
import type { FieldWords } from '../unknown-fields.ts';

const CHART_SPEC: FieldTree = {
  ...anyOf('chart ignoreMissingValuesFiles interval reconcileStrategy verify version kind url'),
  valuesFiles: 'list',
  sourceRef: anyOf('apiVersion kind name namespace'),
};

const CRDS = '=Skip Create CreateReplace';

const SPEC: FieldTree = {
  chart: { metadata: true, spec: CHART_SPEC },
  chartRef: anyOf('apiVersion kind name namespace'),
  ...anyOf('commonMetadata driftDetection healthCheckExprs interval kubeConfig maxHistory persistentClient'),
  ...anyOf('postRenderStrategy releaseName rollback serviceAccountName storageNamespace suspend'),
  ...anyOf('targetNamespace test timeout uninstall values waitStrategy'),
  ...anyOf('dependsOn postRenderers', 'list'),
  install: {
    crds: CRDS,
    ...anyOf(
      'createNamespace disableHooks disableOpenAPIValidation disableSchemaValidation disableTakeOwnership disableWait disableWaitForJobs remediation replace serverSideApply skipCRDs strategy timeout',
    ),
  },
  upgrade: {
    crds: CRDS,
    ...anyOf(
      'chartNameChangeStrategy cleanupOnFail disableHooks disableOpenAPIValidation disableSchemaValidation disableTakeOwnership disableWait disableWaitForJobs force preserveValues remediation serverSideApply strategy timeout',
    ),
  },
  valuesFrom: [{ kind: '=ConfigMap Secret', ...anyOf('literal name optional targetPath valuesKey') }],
};

/** The fields of `spec` of a HelmRelease (helm-controller's CRD, config/crd/bases). */
export const V2_FIELDS: FieldTree = { spec: SPEC };

/** Those of v2beta1 and v2beta2. */
export const BETA_FIELDS: FieldTree = {
  spec: { ...SPEC, chart: { metadata: true, spec: { ...CHART_SPEC, valuesFile: true } } },
};

/** What to say about others. */
export const HELM_RELEASE_WORDS: FieldWords = {
  tool: 'HelmRelease',
  values: 'spec.values',
  why: 'Kubernetes refuses the object, or drops the field without a word.',
  instead: {
    'spec.crds': 'Write it as spec.install.crds and spec.upgrade.crds: Skip, Create or CreateReplace.',
    'spec.chart.spec.valuesFile': 'v2 dropped it: write valuesFiles, a list.',
    'spec.chart.spec.values': 'Values belong under spec.values.',
    'spec.chart.values': 'Values belong under spec.values.',
    'spec.chart.spec.valuesFrom': 'It belongs directly under spec.',
    'spec.valuesFiles': 'It belongs under spec.chart.spec, and names files of the chart.',
    'spec.valueFiles': 'Flux calls it spec.chart.spec.valuesFiles, and it names files of the chart.',
    'spec.valuesObject': 'Flux calls it spec.values.',
    'spec.version': 'It belongs under spec.chart.spec.',
    'spec.sourceRef': 'It belongs under spec.chart.spec.',
    'spec.chart.chart': 'It belongs under spec.chart.spec.',
    'spec.chart.version': 'It belongs under spec.chart.spec.',
    'spec.chart.sourceRef': 'It belongs under spec.chart.spec.',
    'spec.valuesFrom.key': 'Flux calls it valuesKey.',
    'spec.valuesFrom.configMapKeyRef': 'Write kind: ConfigMap, name and valuesKey.',
    'spec.valuesFrom.secretKeyRef': 'Write kind: Secret, name and valuesKey.',
    'spec.valuesFrom.namespace': 'Flux looks in the namespace of the HelmRelease.',
    'spec.disableSchemaValidation': 'It belongs under spec.install and spec.upgrade.',
    'spec.createNamespace': 'It belongs under spec.install.',
    'spec.remediation': 'It belongs under spec.install and spec.upgrade.',
  },
};
