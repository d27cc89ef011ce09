import { valueAt } from '../model/values-path.ts';
import type { ValuesView } from './values-view.ts';

/** Where charts without annotations name their environment, by convention. */
const CONVENTIONS = [['global', 'environment'], ['global', 'env'], ['environment'], ['env']];

/**
 * The environment in lower case: the user's word first, then the chart's annotated value, then convention. By
 * convention only well-known names count, since `env` means many things.
 */
export function recognizeEnvironment(view: ValuesView): string | undefined {
  const { data, context } = view;
  if (context.environment !== undefined) return canonical(context.environment);
  const [annotated] = view.annotated('environment');
  if (annotated !== undefined)
    return typeof annotated.value === 'string' ? canonical(annotated.value) : undefined;
  for (const path of CONVENTIONS) {
    const value = valueAt(data, path);
    if (typeof value === 'string' && KNOWN.has(canonical(value))) return canonical(value);
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
