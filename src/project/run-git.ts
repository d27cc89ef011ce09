import { builtinModule } from '../files/builtin-module.ts';
import { UsageError } from '../files/usage-error.ts';

/** What git prints. Throws a UsageError with the first line that git complains with. */
export function runGit(cwd: string, args: readonly string[]): string {
  // Asked for here: most runs ask git nothing.
  const { execFileSync } = builtinModule<typeof import('node:child_process')>('node:child_process')!;
  try {
    return execFileSync('git', args, {
      cwd,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      maxBuffer: 1 << 28,
    });
  } catch (error) {
    const stderr =
      error instanceof Error && 'stderr' in error ? String(error.stderr).trim().split('\n')[0] : '';
    throw new UsageError(`git ${args[0]} failed: ${stderr === '' ? 'is git installed?' : stderr}`);
  }
}

/** What git prints, without white space around it; undefined when git answers no. */
export function askGit(cwd: string, args: readonly string[]): string | undefined {
  try {
    return runGit(cwd, args).trim();
  } catch {
    return undefined;
  }
}
