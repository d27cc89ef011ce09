import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ignoreRules } from '../../src/chart/ignore-rules.ts';
import { matchPath } from '../../src/files/match-path.ts';
import { globPattern } from '../../src/templates/chart/glob-pattern.ts';

type Answer = readonly [pattern: string, path: string, matches: boolean, isFolder?: boolean];

/** Random patterns with the answers of Go: gobwas/glob, filepath.Match, helm.sh/helm/v4/pkg/ignore. */
const answers = JSON.parse(
  readFileSync(new URL('../../fixtures/helm/paths/patterns.json', import.meta.url), 'utf8'),
) as Record<'glob' | 'match' | 'ignore', Answer[]>;

function wrong(all: readonly Answer[], ours: (answer: Answer) => boolean): Answer[] {
  return all.filter((answer) => ours(answer) !== answer[2]);
}

describe('patterns of paths', () => {
  it('match in .Files.Glob as in github.com/gobwas/glob', () => {
    expect(wrong(answers.glob, ([pattern, path]) => globPattern(pattern).test(path))).toEqual([]);
  });

  it("match with --show-only as in Go's filepath.Match", () => {
    expect(wrong(answers.match, ([pattern, path]) => matchPath(pattern, path) ?? false)).toEqual([]);
  });

  it('ignore files as Helm reads .helmignore', () => {
    expect(
      wrong(answers.ignore, ([text, path, , isFolder]) => ignoreRules(text)(path, isFolder === true)),
    ).toEqual([]);
  });
});
