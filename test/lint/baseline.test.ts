import { describe, expect, it } from 'vitest';
import { applyBaseline, type Baseline } from '../../src/lint/apply-baseline.ts';
import { baselineText } from '../../src/lint/baseline-text.ts';
import type { Finding } from '../../src/model/finding.ts';
import { ruleIdOf } from '../../src/model/rule-id.ts';
import { fileSource, flagSource, type Source } from '../../src/model/source.ts';

const finding = (rule: string, file: string, path: string, start = 0): Finding => ({
  rule: ruleIdOf({ id: rule }),
  severity: 'error',
  problem: '',
  span: { source: file.startsWith('--') ? flagSource(file) : fileSource(file), start, end: start },
  path,
  related: [],
});
const nameOf = ({ kind, shown }: Source): string | undefined => (kind === 'flag' ? undefined : shown);
const span = { source: fileSource('baseline.json'), start: 0, end: 0 };

function baseline(
  entries: [rule: string, file: string, path: string, count: number][],
  more: Partial<Baseline> = {},
): Baseline {
  return {
    entries: entries.map(([rule, file, path, count]) => ({ rule, file, path, count, span })),
    source: span.source,
    text: '',
    nameOf,
    isSettled: () => true,
    ...more,
  };
}

describe('applyBaseline', () => {
  it('accepts a finding by rule, file and path, wherever it stands, as often as the entry says', () => {
    const findings = [
      finding('a', 'x', '/p', 1),
      finding('a', 'x', '/p', 2),
      finding('a', 'x', '/p', 3),
      finding('a', 'y', '/p'),
    ];
    const { findings: left, suppressed } = applyBaseline(findings, baseline([['a', 'x', '/p', 2]]));
    expect(left).toEqual(findings.slice(2));
    expect(suppressed).toEqual(findings.slice(0, 2).map((found) => ({ finding: found, by: 'baseline' })));
  });

  it('reports what is accepted and no longer found, where that can be known', () => {
    const stale = (more: Partial<Baseline>): string[] =>
      applyBaseline(
        [finding('a', 'x', '/p')],
        baseline(
          [
            ['a', 'x', '/p', 3],
            ['b', 'x', '/p', 1],
          ],
          more,
        ),
      ).findings.map(({ rule, problem }) => `${rule} ${problem.slice(0, 42)}`);
    expect(stale({})).toEqual([
      'baseline/stale 2 of 3 findings of "a" at /p of "x" are in',
      'baseline/stale "b" at /p of "x" is in the baseline and no',
    ]);
    expect(stale({ isSettled: () => false })).toEqual([]);
  });

  it('never accepts what is found in a flag', () => {
    const inFlag = finding('a', '--set p=1', '/p');
    expect(
      applyBaseline([inFlag], baseline([['a', '--set p=1', '/p', 1]], { isSettled: () => false })).findings,
    ).toEqual([inFlag]);
  });
});

describe('baselineText', () => {
  it('is sorted, counts what repeats, and has one entry per line', () => {
    const findings = [
      finding('b', 'y', '/p'),
      finding('b', 'x', '/q'),
      finding('a', 'x', '/q'),
      finding('b', 'x', '/q'),
    ];
    const kept = [{ rule: 'z', file: 'old', path: '', count: 2 }];
    expect(baselineText(findings, kept, nameOf).split('\n')).toEqual([
      '{',
      '  "version": 2,',
      '  "entries": [',
      '    {"rule":"z","file":"old","path":"","count":2},',
      '    {"rule":"a","file":"x","path":"/q"},',
      '    {"rule":"b","file":"x","path":"/q","count":2},',
      '    {"rule":"b","file":"y","path":"/p"}',
      '  ]',
      '}',
      '',
    ]);
  });

  it('is JSON also when empty, and leaves out what is about the baseline itself and flags', () => {
    const text = baselineText([finding('baseline/stale', 'b', ''), finding('a', '--set x', '')], [], nameOf);
    expect(JSON.parse(text)).toEqual({ version: 2, entries: [] });
  });

  it('tells the releases of one text apart, and accepts what is found in one of them only', () => {
    const of = (name: string): Finding => ({
      ...finding('a', 'apps.yaml', '/p'),
      release: { source: 'apps.yaml', name },
    });
    const text = baselineText([of('web')], [], nameOf);
    expect(JSON.parse(text).entries).toEqual([{ rule: 'a', file: 'apps.yaml', path: '/p', release: 'web' }]);
    const entries = [{ rule: 'a', file: 'apps.yaml', path: '/p', release: 'web', count: 1, span }];
    const { findings, suppressed } = applyBaseline([of('api'), of('web')], baseline([], { entries }));
    expect(findings.map(({ release }) => release?.name)).toEqual(['api']);
    expect(suppressed.map(({ finding: { release } }) => release?.name)).toEqual(['web']);
  });

  it('does not care which release a file of several was read for', () => {
    const shared = { ...finding('a', 'common.yaml', '/p'), release: { source: 'apps.yaml', name: 'web' } };
    expect(JSON.parse(baselineText([shared], [], nameOf)).entries).toEqual([
      { rule: 'a', file: 'common.yaml', path: '/p' },
    ]);
  });
});
