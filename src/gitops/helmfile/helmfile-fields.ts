import { anyOf, type FieldTree } from '../field-tree.ts';
import type { FieldWords } from '../unknown-fields.ts';

const SET = [anyOf('name value file values')] as const;

const RELEASE: FieldTree = {
  ...anyOf(
    'chart chartPath directory version verify keyring enableDNS devel wait waitRetries waitForJobs timeout recreatePods force installed ' +
      'atomic cleanupOnFail historyMax condition createNamespace reuseValues disableOpenAPIValidation disableValidation ' +
      'disableValidationOnInstall missingFileHandler missingFileHandlerConfig needs hooks name namespace labels values secrets ' +
      'valuesTemplate apiVersions kubeVersion env valuesPathPrefix kubeContext insecureSkipTLSVerify plainHttp verifyTemplate ' +
      'waitTemplate installedTemplate dependencies jsonPatches strategicMergePatches transformers adopt forceGoGetter forceNamespace ' +
      'skipDeps skipRefresh postRenderer skipSchemaValidation postRendererArgs cascade suppressOutputLineRegex inherit suppressDiff ' +
      'deleteWait deleteTimeout syncReleaseLabels takeOwnership postRendererHooks unitTests description trackMode',
  ),
  set: SET,
  setString: SET,
  setTemplate: SET,
};

/** The fields of an entry of `releases` (`ReleaseSpec` in pkg/state/state.go of helmfile). */
export const RELEASE_FIELDS = RELEASE;

/** What to say about others. */
export const RELEASE_WORDS: FieldWords = {
  tool: 'helmfile',
  values: 'values, a list of maps and paths',
  why: 'helmfile refuses the file.',
  instead: {
    valuesFiles: 'helmfile calls it values, a list of paths and maps.',
    valueFiles: 'helmfile calls it values, a list of paths and maps.',
    valuesFile: 'helmfile calls it values, a list of paths and maps.',
    repo: 'Repositories are listed under repositories; the chart is NAME/CHART.',
    repository: 'Repositories are listed under repositories; the chart is NAME/CHART.',
    'set.val': 'helmfile calls it value.',
    chartVersion: 'helmfile calls it version.',
    template: 'helmfile calls it inherit: a list of entries with template.',
    templates: 'It belongs at the top of the file; a release takes one with inherit.',
    setstring: 'helmfile calls it setString.',
  },
};
