import { LintedProject } from './linted-project.ts';
import { planReleases } from './plan-releases.ts';
import type { PreparedRun } from './prepare-run.ts';
import { ReleaseLinter } from './release-linter.ts';

/**
 * Lints everything that the options name, release by release. `texts` take the place of what files hold, by their names in
 * spans. Throws a UsageError for wrong use.
 */
export async function lintReleases(
  { options, policy }: Pick<PreparedRun, 'options' | 'policy'>,
  texts?: ReadonlyMap<string, string>,
): Promise<LintedProject> {
  const linter = new ReleaseLinter({ options, policy, ...(texts === undefined ? {} : { texts }) });
  const planned = await planReleases(options);
  linter.expect(planned);
  const project = new LintedProject();
  for (const [i, one] of planned.entries()) {
    project.add(await linter.lint(one));
    options.onProgress?.(i + 1, planned.length);
  }
  return project;
}
