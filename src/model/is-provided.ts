import type { LintContext } from './lint-context.ts';
import { pathMatcher } from './path-pattern.ts';
import type { ValuesPath } from './values-path.ts';

/**
 * Whether the value is supplied at deploy time (`provided` in the configuration): it then counts as set, whatever the files
 * say. The engine already drops findings at such a path; a rule asks when it reports a missing value at another place.
 */
export function isProvided({ provided }: LintContext, path: ValuesPath): boolean {
  return provided !== undefined && provided.length > 0 && pathMatcher(provided)(path);
}
