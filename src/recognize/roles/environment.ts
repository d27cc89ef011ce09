import { type ValuesPath, valueAt } from '../../model/values-path.ts';
import type { ValuesView } from '../values-view.ts';

/** Where charts without annotations name their environment, by convention. */
const CONVENTIONS = [['global', 'environment'], ['global', 'env'], ['environment'], ['env']];

/**
 * The environment in lower case: the user's word first, then what values name that are not the chart's defaults, then the name
 * of a file, then the chart's defaults.
 */
export function recognizeEnvironment(view: ValuesView): string | undefined {
  const { context } = view;
  if (context.environment !== undefined) return canonical(context.environment);
  const named = environmentInValues(view);
  if (context.namedForProduction === undefined) return named?.environment;
  return named?.isDefault === false ? named.environment : 'production';
}

/** The chart's annotated value first, then convention: there only well-known names count, since `env` means many things. */
function environmentInValues(
  view: ValuesView,
): { readonly environment: string | undefined; readonly isDefault: boolean } | undefined {
  const { data, chart } = view;
  const isDefault = (path: ValuesPath, value: unknown): boolean =>
    chart !== undefined && valueAt(chart.defaults, path) === value;
  const [annotated] = view.annotated('environment');
  if (annotated !== undefined) {
    const { value, path } = annotated;
    const environment = typeof value === 'string' ? canonical(value) : undefined;
    return { environment, isDefault: environment === undefined || isDefault(path, value) };
  }
  for (const path of CONVENTIONS) {
    const value = valueAt(data, path);
    if (typeof value !== 'string' || !KNOWN.has(canonical(value))) continue;
    return { environment: canonical(value), isDefault: isDefault(path, value) };
  }
  return undefined;
}

const KNOWN = new Set(['production', 'staging', 'development', 'test']);
const SYNONYMS: Readonly<Record<string, string>> = {
  prod: 'production',
  prd: 'production',
  live: 'production',
  stage: 'staging',
  stg: 'staging',
  dev: 'development',
};

function canonical(name: string): string {
  const lower = name.trim().toLowerCase();
  return SYNONYMS[lower] ?? lower;
}
