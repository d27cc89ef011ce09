import { anyOf, type FieldTree } from '../field-tree.ts';
import type { FieldWords } from '../unknown-fields.ts';

const HELM: FieldTree = {
  ...anyOf('ignoreMissingValueFiles kubeVersion namespace passCredentials releaseName skipCrds'),
  ...anyOf('skipSchemaValidation skipTests values valuesObject version'),
  ...anyOf('apiVersions valueFiles', 'list'),
  parameters: [anyOf('name value forceString')],
  fileParameters: [anyOf('name path')],
};

const SOURCE: FieldTree = {
  ...anyOf('chart directory kustomize name path plugin ref repoURL tagPrefix targetRevision'),
  helm: HELM,
};

/** The fields of `spec` of an Application (Argo CD's CRD, manifests/crds/application-crd.yaml). */
export const SPEC_FIELDS: FieldTree = {
  ...anyOf('destination ignoreDifferences info project revisionHistoryLimit sourceHydrator syncPolicy'),
  source: SOURCE,
  sources: [SOURCE],
};

const BELOW_HELM = 'It belongs under helm.';

function inEachSource(words: Readonly<Record<string, string>>): Record<string, string> {
  const places = ['spec.source', 'spec.sources', 'spec.template.spec.source', 'spec.template.spec.sources'];
  return Object.fromEntries(
    places.flatMap((place) => Object.entries(words).map(([name, help]) => [`${place}.${name}`, help])),
  );
}

/** What to say about others. */
export const APPLICATION_WORDS: FieldWords = {
  tool: 'Application',
  values: 'helm.valuesObject or helm.values',
  why: 'Kubernetes drops the field without a word, and what it says never reaches the chart.',
  instead: {
    ...inEachSource({
      'helm.valuesFiles': 'Argo CD calls it valueFiles.',
      'helm.valuesFile': 'Argo CD calls it valueFiles, a list.',
      'helm.valueFile': 'Argo CD calls it valueFiles, a list.',
      'helm.valuesInline': 'Argo CD calls it valuesObject.',
      'helm.params': 'Argo CD calls it parameters.',
      'helm.release': 'Argo CD calls it releaseName.',
      'helm.name': 'Argo CD calls it releaseName.',
      revision: 'Argo CD calls it targetRevision.',
      'helm.parameters.key': 'Argo CD calls it name.',
      'helm.parameters.val': 'Argo CD calls it value.',
      'helm.set': 'Argo CD calls it parameters: a list of name and value.',
      'helm.chart': 'It belongs beside helm.',
      'helm.parameters.force': 'Argo CD calls it forceString.',
      'helm.valuesFrom': 'Argo CD reads no ConfigMaps: use valuesObject or valueFiles.',
      values: BELOW_HELM,
      valuesObject: BELOW_HELM,
      valueFiles: BELOW_HELM,
      parameters: BELOW_HELM,
      releaseName: BELOW_HELM,
      version: 'Argo CD calls it targetRevision.',
      repo: 'Argo CD calls it repoURL.',
    }),
    'spec.helm': 'It belongs under source.',
    'spec.values': 'It belongs under source.helm.',
    'spec.template.spec.helm': 'It belongs under source.',
  },
};
