import { UsageError } from '../files/usage-error.ts';
import type { AnnouncedBase } from './announced-base.ts';
import { askGit } from './run-git.ts';

/** Tried when nobody names a base. */
const USUAL_BASES = [
  'origin/HEAD',
  ...['main', 'master', 'develop', 'trunk'].flatMap((name) => [`origin/${name}`, name]),
];

/**
 * The commit where the work left its base: the revision that the user names, else the one that the CI system announces, else
 * the usual names of the main branch. Throws a UsageError that says what to do when there is none: a run that compares with
 * nothing would lint nothing and pass.
 */
export function changeBase(
  cwd: string,
  named: string | undefined,
  announced: readonly AnnouncedBase[],
): string {
  if (named !== undefined) {
    const base = commonCommit(cwd, named);
    if (base !== undefined) return base;
    throw new UsageError(`--changed: there is no commit that HEAD and "${named}" share${advice(cwd)}`);
  }
  for (const { revision } of announced) {
    const base = commonCommit(cwd, `origin/${revision}`) ?? commonCommit(cwd, revision) ?? mergedInto(cwd);
    if (base !== undefined) return base;
  }
  const [wanted] = announced;
  if (wanted !== undefined) {
    throw new UsageError(
      `--changed: ${wanted.variable} names "${wanted.revision}" as the base, and this checkout has no commit that HEAD shares with it${advice(cwd)}`,
    );
  }
  for (const candidate of USUAL_BASES) {
    const base = commonCommit(cwd, candidate);
    if (base !== undefined) return base;
  }
  throw new UsageError(
    `--changed: this checkout has no main branch to compare with (looked for ${USUAL_BASES.join(', ')})${advice(cwd)}`,
  );
}

function commonCommit(cwd: string, revision: string): string | undefined {
  const base = askGit(cwd, ['merge-base', revision, 'HEAD']);
  return base === '' ? undefined : base;
}

/** GitHub checks out the merge of a change into its base, and names both commits: then the base is the first parent. */
function mergedInto(cwd: string): string | undefined {
  const [parents = '', subject] = (askGit(cwd, ['log', '-1', '--format=%P%n%s']) ?? '').split('\n');
  const [base, change] = parents.split(' ');
  return base !== undefined && change !== undefined && subject === `Merge ${change} into ${base}`
    ? base
    : undefined;
}

function advice(cwd: string): string {
  return askGit(cwd, ['rev-parse', '--is-shallow-repository']) === 'true'
    ? '. The checkout is shallow: fetch the history (fetch-depth: 0 on GitHub, GIT_DEPTH: 0 on GitLab), or name a commit that is there with --changed=REVISION'
    : '. Name a revision with --changed=REVISION';
}
