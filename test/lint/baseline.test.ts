import { describe, expect, it } from 'vitest';
import { applyBaseline, type Baseline } from '../../src/lint/apply-baseline.ts';
import { baselineText } from '../../src/lint/baseline-text.ts';
import type { Finding } from '../../src/model/finding.ts';

const finding = (rule: string, file: string, path: string, start = 0): Finding => ({
  rule,
  severity: 'error',
  message: '',
  span: { file, start, end: start },
  path,
  related: [],
});
const span = { file: 'baseline.json', start: 0, end: 0 };

function baseline(
  entries: [rule: string, file: string, path: string, count: number][],
  more: Partial<Baseline> = {},
): Baseline {
  return {
    entries: entries.map(([rule, file, path, count]) => ({ rule, file, path, count, span })),
    file: 'baseline.json',
    text: '',
    nameOf: (file) => (file.startsWith('--') ? undefined : file),
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
      ).findings.map(({ rule, message }) => `${rule} ${message.slice(0, 42)}`);
    expect(stale({})).toEqual([
      'baseline/stale The baseline accepts 2 of 3 findings of "a',
      'baseline/stale The baseline accepts "b" at /p of "x", whi',
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
  const nameOf = (file: string): string => file;

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
      '  "version": 1,',
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
    const text = baselineText(
      [finding('baseline/stale', 'b', ''), finding('a', '--set x', '')],
      [],
      (file) => (file.startsWith('--') ? undefined : file),
    );
    expect(JSON.parse(text)).toEqual({ version: 1, entries: [] });
  });
});
