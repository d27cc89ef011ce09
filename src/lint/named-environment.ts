import type { Source } from '../model/source.ts';

const PRODUCTION = new Set(['prod', 'production', 'prd']);
/** A name with one of these is for something else, whatever stands beside it: `prod-test`, `pre-prod`. */
const OTHERS = new Set(
  (
    'dev develop development test tests testing staging stage stg qa uat int integration sandbox local demo preview preprod ' +
    'preproduction nonprod nonproduction non pre not no ci kind minikube e2e example examples sample samples'
  ).split(' '),
);

/**
 * The file whose name or folders say that a release is for production: `values-production.yaml`, `environments/prod/shop.yaml`.
 * The strongest file that is named for any environment decides; undefined when that is another one, or none is. What a chart
 * with templates lies in (`chartFolder`, empty or with a slash at the end) names a place in a repository, not an environment.
 */
export function namedForProduction(files: readonly Source[], chartFolder = ''): Source | undefined {
  for (const source of files.toReversed()) {
    if (source.kind !== 'file' && source.kind !== 'stdin') continue;
    const { shown } = source;
    const named = environmentIn(shown.startsWith(chartFolder) ? shown.slice(chartFolder.length) : shown);
    if (named !== undefined) return named === 'production' ? source : undefined;
  }
  return undefined;
}

/** The closest name decides: that of the file, then that of its folder, then that of the folder above. */
function environmentIn(file: string): 'production' | 'other' | undefined {
  const names = file.replace(/\.ya?ml$/i, '').split('/');
  for (const name of names.toReversed()) {
    const words = name.split(/[-_.\s]|(?<=[a-z])(?=[A-Z])/).map((word) => word.toLowerCase());
    if (words.some((word) => OTHERS.has(word))) return 'other';
    if (words.some((word) => PRODUCTION.has(word))) return 'production';
  }
  return undefined;
}
