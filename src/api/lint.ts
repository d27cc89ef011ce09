import type { FixedTexts } from './fixed-texts.ts';
import type { LintTextsOptions } from './lint-options.ts';
import type { LintReport } from './lint-report.ts';
import type { TextFile } from './text-file.ts';

/**
 * Lints values files given as text; each is a release of its own. Runs anywhere, also in a browser; `chartlint/node` reads
 * files from disk. Rules and charts are loaded on the first call. Throws an Error when the options are wrong.
 */
export async function lint(files: readonly TextFile[], options: LintTextsOptions = {}): Promise<LintReport> {
  const { lintTexts } = await import('./lint-texts.ts');
  return lintTexts(files, options);
}

/** Applies the safe fixes (with `unsafe` all) to values files given as text, and lints what comes out. */
export async function fix(
  files: readonly TextFile[],
  options: LintTextsOptions & { readonly unsafe?: boolean } = {},
): Promise<FixedTexts> {
  const { fixTextFiles } = await import('./lint-texts.ts');
  return fixTextFiles(files, options);
}
