/** Names under which charts and repositories keep values; the documentation (README, `--help`, the hooks) says the same. */
const VALUES = /^(?:values|values[-._].*|.*[-._]values)\.ya?ml$/s;
/** Below a folder of this name every YAML file counts. */
const VALUES_FOLDER = 'values';
/** Below these, in a chart, every YAML file counts as well. */
const ENVIRONMENT_FOLDERS = new Set(['environments', 'environment', 'envs', 'env']);
const YAML = /\.ya?ml$/;
const SCHEMA = /\.schema\.ya?ml$/;

/** Words with which people name files of values, when they do not say `values`. */
const ENVIRONMENTS =
  /(?:^|[-._])(?:prod|production|prd|staging|stage|stg|dev|development|test|testing|qa|uat|preprod|sandbox|local|overrides?)(?:[-._]|$)/i;
const VALUES_WORD = /values/i;
const LOOKALIKE = /\.(?:ya?ml|json)(?:\.(?:gotmpl|tpl|tmpl|dist|example|sample|dec|enc))?$/i;

/**
 * What makes a file a values file: its name, or a folder that it lies in. `below` are the folders from where the search starts,
 * `isInChart` says whether one of those around it has a Chart.yaml.
 */
export function isValuesFile(
  name: string,
  below: readonly string[],
  isInChart: boolean,
): 'name' | 'folder' | undefined {
  if (SCHEMA.test(name) || !YAML.test(name)) return undefined;
  if (VALUES.test(name)) return 'name';
  if (below.includes(VALUES_FOLDER)) return 'folder';
  return isInChart && below.some((folder) => ENVIRONMENT_FOLDERS.has(folder)) ? 'folder' : undefined;
}

/** Whether a file that is none by the rules looks as if somebody meant it for one. */
export function looksLikeValues(name: string, isBesideChart: boolean): boolean {
  if (!LOOKALIKE.test(name) || /(?:\.schema\.(?:json|ya?ml)|_test\.ya?ml)$/i.test(name)) return false;
  if (VALUES_WORD.test(name)) return true;
  return isBesideChart && YAML.test(name) && ENVIRONMENTS.test(name.replace(YAML, ''));
}
