import { type GoVersion, readGoVersion } from '../../../versions/go-version.ts';
import { isInRange, type RangeProblem, readVersionRange } from '../../../versions/version-range.ts';
import { quoteText } from '../../text/quote-text.ts';
import { GoError } from '../../value/go-error.ts';
import type { GoFunction } from '../../value/go-value.ts';
import { declareFunction } from '../declare-function.ts';
import { versionObject } from './version-object.ts';

/** Semantic versions as Masterminds/semver reads and compares them. */
export const VERSION_FUNCTIONS: readonly GoFunction[] = [
  declareFunction('semver', 'string -> *semver.Version', ([text]: [string]) =>
    versionObject(versionOr(text)),
  ),
  declareFunction('semverCompare', 'string, string -> bool', ([range, text]: [string, string]) => {
    const read = readVersionRange(range);
    if ('problem' in read) throw new GoError(problemText(read));
    return isInRange(read, versionOr(text));
  }),
];

function versionOr(text: string): GoVersion {
  const version = readGoVersion(text);
  if (typeof version === 'string') throw new GoError(version);
  return version;
}

function problemText(problem: RangeProblem): string {
  switch (problem.problem) {
    case 'too long':
      return 'constraint string is too long (max 512 bytes)';
    case 'too many groups':
      return 'too many constraint groups (max 32)';
    case 'parser error':
      return 'constraint parser error';
    default:
      return `improper constraint: ${quoteText(problem.part)}`;
  }
}
