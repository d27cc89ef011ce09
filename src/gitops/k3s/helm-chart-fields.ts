import { anyOf, type FieldTree } from '../field-tree.ts';
import type { FieldWords } from '../unknown-fields.ts';

const VALUES = 'values valuesContent valuesSecrets failurePolicy';

/** The fields of a HelmChart (doc/helmchart.md of k3s-io/helm-controller). */
export const CHART_FIELDS: FieldTree = {
  spec: {
    set: 'map',
    ...anyOf(
      `${VALUES} authPassCredentials authSecret backOffLimit bootstrap chart chartContent createNamespace dockerRegistrySecret driver ` +
        'helmVersion insecureSkipTLSVerify jobImage plainHTTP podSecurityContext repo repoCA repoCAConfigMap securityContext takeOwnership ' +
        'targetNamespace timeout version',
    ),
  },
};

/** Those of a HelmChartConfig. */
export const CONFIG_FIELDS: FieldTree = { spec: anyOf(VALUES) };

/** What to say about others. */
export const CHART_WORDS: FieldWords = {
  tool: 'HelmChart',
  values: 'spec.valuesContent',
  why: 'Kubernetes drops the field without a word.',
  instead: {
    'spec.namespace': 'The namespace of the release is spec.targetNamespace.',
    'spec.valuesObject': 'k3s calls it values.',
    'spec.repository': 'k3s calls it repo.',
    'spec.valuesFrom': 'k3s calls it valuesSecrets, and reads Secrets only.',
    'spec.valuesYaml': 'k3s calls it valuesContent.',
  },
};

/** The same for a HelmChartConfig. */
export const CONFIG_WORDS: FieldWords = {
  tool: 'HelmChartConfig',
  values: 'spec.valuesContent',
  why: 'Kubernetes drops the field without a word.',
  instead: {
    'spec.set': 'Only a HelmChart has it: write the values into valuesContent.',
    'spec.version': 'Only a HelmChart has it.',
    'spec.chart': 'Only a HelmChart has it.',
  },
};
