import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import type { LintResult } from '../../src/model/lint-result.ts';
import { ruleIdOf } from '../../src/model/rule-id.ts';
import { fileSource, flagSource } from '../../src/model/source.ts';
import { fingerprints } from '../../src/report/fingerprints.ts';
import { formatGitlab } from '../../src/report/gitlab.ts';
import { hashText } from '../../src/report/hash-text.ts';
import { maskSecrets } from '../../src/report/mask-secrets.ts';
import { cleanResult, crowdedResult, richResult, tool } from './rich-result.ts';

interface Issue {
  description: string;
  fingerprint: string;
  severity: string;
  location: { path: string; lines: { begin: number; end: number } };
}

const issuesOf = (result: LintResult, pathPrefix = ''): Issue[] =>
  JSON.parse(formatGitlab(maskSecrets(result), tool, { pathPrefix }));

const finding = (more: Partial<Finding> & { start: number }): Finding => ({
  rule: ruleIdOf({ id: 'r' }),
  severity: 'error',
  problem: 'm',
  path: '/a',
  related: [],
  span: { source: fileSource('values.yaml'), start: more.start, end: more.start + 1 },
  ...more,
});

describe('hashText', () => {
  it.each([
    ['', 'cbf29ce484222325'],
    ['a', 'af63dc4c8601ec8c'],
    ['foobar', '85944171f73967e8'],
  ])('is FNV-1a of %j', (text, hash) => {
    expect(hashText(text)).toBe(hash);
  });
});

describe('fingerprints', () => {
  const of = (findings: Finding[], context = {}): string[] =>
    findings.map(fingerprints({ findings, suppressed: [] }, context));

  it('survive moved lines and new words', () => {
    expect(of([finding({ start: 90, problem: 'other', severity: 'info' })])).toEqual(
      of([finding({ start: 3 })]),
    );
  });

  it('tell the releases of one text apart, whichever of them stands first', () => {
    const release = (name: string) => ({ source: 'values.yaml', name });
    const web = finding({ start: 1, release: release('web') });
    const [alone] = of([web]);
    expect(of([finding({ start: 0, release: release('api') }), web])[1]).toBe(alone);
    expect(of([finding({ start: 1 })])).not.toEqual([alone]);
  });

  it('differ by rule, file and path', () => {
    const all = of([
      finding({ start: 1 }),
      finding({ start: 1, rule: ruleIdOf({ id: 'other' }) }),
      finding({ start: 1, path: '/b' }),
      finding({ start: 1, span: { source: fileSource('b.yaml'), start: 1, end: 2 } }),
    ]);
    expect(new Set(all).size).toBe(4);
  });

  it('number what is the same, in the order of the file', () => {
    const [first, second] = [finding({ start: 1 }), finding({ start: 9 })];
    const both = of([first, second]);
    expect(both[0]).not.toBe(both[1]);
    expect(of([second, first])).toEqual(both.toReversed());
    expect(of([first])).toEqual([both[0]]);
  });

  it('stay when another one is suppressed', () => {
    const [first, second] = [finding({ start: 1 }), finding({ start: 9 })];
    const suppressed = [{ finding: first, by: 'comment' as const }];
    expect(fingerprints({ findings: [second], suppressed })(second)).toBe(of([first, second])[1]);
  });

  it('do not depend on the folder that chartlint runs in', () => {
    const inside = finding({ start: 1, span: { source: fileSource('values.yaml'), start: 1, end: 2 } });
    const outside = finding({
      start: 1,
      span: { source: fileSource('deploy/values.yaml'), start: 1, end: 2 },
    });
    expect(of([inside], { pathPrefix: 'deploy' })).toEqual(of([outside]));
  });

  it('do not hold the value of a flag', () => {
    const flag = (value: string) =>
      finding({ start: 6, span: { source: flagSource(`--set a=${value}`), start: 6, end: 7 } });
    expect(of([flag('1')])).toEqual(of([flag('2')]));
  });
});

describe('gitlab', () => {
  it('gives every issue its own fingerprint', () => {
    for (const result of [richResult, crowdedResult(50)]) {
      const all = issuesOf(result).map(({ fingerprint }) => fingerprint);
      expect(new Set(all).size).toBe(result.findings.length);
      for (const one of all) expect(one).toMatch(/^[0-9a-f]{16}$/);
    }
  });

  it('uses only severities and locations that GitLab knows', () => {
    for (const { severity, location } of issuesOf(richResult, 'deploy')) {
      expect(['info', 'minor', 'major', 'critical', 'blocker']).toContain(severity);
      expect(location.path).toMatch(/^(deploy|shared)\//);
      expect(location.lines.begin).toBeGreaterThanOrEqual(1);
      expect(location.lines.end).toBeGreaterThanOrEqual(location.lines.begin);
    }
  });

  it('puts a finding about a flag on the first file of the release', () => {
    const flag = issuesOf(richResult).find(({ description }) => description.startsWith('In --set image'))!;
    expect(flag.location).toEqual({ path: 'charts/values.yaml', lines: { begin: 1, end: 1 } });
  });

  it('is an empty list when nothing is found', () => {
    expect(issuesOf(cleanResult)).toEqual([]);
  });
});
