import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { mergePreCommit } from '../../src/init/merge-pre-commit.ts';

const REPO = 'https://github.com/chartlint/chartlint';
const merged = (before: string | undefined): string =>
  mergePreCommit('.pre-commit-config.yaml', before, REPO, 'v1.0.0');
const OURS = { repo: REPO, rev: 'v1.0.0', hooks: [{ id: 'chartlint' }] };

describe('mergePreCommit', () => {
  it('writes a new file', () => {
    expect(merged(undefined)).toBe(
      `repos:\n  - repo: ${REPO}\n    rev: v1.0.0\n    hooks:\n      - id: chartlint\n`,
    );
  });

  it('adds an item like the others and changes no other byte', () => {
    const before = `# Hooks
default_stages: [pre-commit]   # odd   spacing
repos:
-   repo: local
    hooks:
    -   id: "x"
        # - id: off

fail_fast: true
`;
    expect(merged(before)).toBe(
      before.replace(
        '# - id: off\n',
        `# - id: off\n-   repo: ${REPO}\n    rev: v1.0.0\n    hooks:\n      - id: chartlint\n`,
      ),
    );
  });

  it.each([
    ['the end of the file without a line end', 'repos:\n  - repo: local\n    hooks: []'],
    ['Windows line ends', 'repos:\r\n  - repo: local\r\n    hooks: []\r\nci: {}\r\n'],
    ['a list in brackets', 'repos: [{repo: local, hooks: []}]\n'],
    ['an empty list', 'repos: []\n'],
    ['no list', 'fail_fast: true\n'],
    ['a list with nothing in it', 'repos:\n'],
  ])('copes with %s', (_, before) => {
    const data = parse(merged(before));
    expect(data.repos.at(-1)).toEqual(OURS);
    const { repos, ...rest } = parse(before);
    expect({ ...data, repos: undefined }).toEqual({ ...rest, repos: undefined });
    expect(data.repos.slice(0, -1)).toEqual(repos ?? []);
  });

  it('changes nothing where the hook is there already, under any spelling of the address', () => {
    for (const url of [REPO, `${REPO}.git`, `${REPO}/`, REPO.replace('chartlint/', 'Chartlint/')]) {
      const before = `repos:\n  - repo: ${url}\n    rev: v0.0.1\n    hooks:\n      - id: chartlint-fix\n`;
      expect(merged(before)).toBe(before);
    }
  });

  it.each(['repos: [', '- a\n', 'repos: 5\n'])('does not touch %j', (before) => {
    expect(() => merged(before)).toThrow(/cannot be read|can be read/);
  });
});
