import { describe, expect, it } from 'vitest';
import { createPolicy } from '../../src/config/policy.ts';
import { suppressFindings } from '../../src/lint/suppress-findings.ts';
import { controlComments } from '../../src/load/control-comments.ts';
import type { Finding } from '../../src/model/finding.ts';
import { LineIndex } from '../../src/model/line-index.ts';
import type { RuleHead } from '../../src/model/rule.ts';
import { ruleIdOf } from '../../src/model/rule-id.ts';
import { fileSource } from '../../src/model/source.ts';

const rules = ['no-x', 'no-y', 'acme/no-z'].map(
  (id): RuleHead => ({
    id,
    severity: 'error',
    recommended: true,
    docs: { summary: '', why: '', source: '' },
  }),
);

/** Each `X` of the text is a finding of no-x, each `Y` one of no-y. */
function suppress(text: string, requireReason = false): { left: string[]; hidden: string[] } {
  const findings = Array.from(text.matchAll(/\b[XY]\b/g), ({ 0: letter, index }): Finding => {
    const span = { source: fileSource('a.yaml'), start: index, end: index + 1 };
    return {
      rule: ruleIdOf({ id: letter === 'X' ? 'no-x' : 'no-y' }),
      severity: 'error',
      problem: '',
      span,
      path: '',
      related: [],
    };
  });
  const { findings: left, suppressed } = suppressFindings(
    findings,
    new Map([['a.yaml', controlComments(fileSource('a.yaml'), text)]]),
    new Map([['a.yaml', text]]),
    createPolicy({ rules, checks: [], config: { requireReason } }),
  );
  const lines = new LineIndex(text);
  const show = ({ rule, span }: Finding): string => `${rule}:${lines.positionAt(span.start).line}`;
  return {
    left: left.map(show),
    hidden: suppressed.map(
      ({ finding, reason }) => show(finding) + (reason === undefined ? '' : ` ${reason}`),
    ),
  };
}

describe('suppressFindings', () => {
  it('hides on the line of the comment, on the next line with content, in the file', () => {
    expect(suppress('a: X # chartlint-disable-line no-x -- because\nb: X\n')).toEqual({
      left: ['no-x:2'],
      hidden: ['no-x:1 because'],
    });
    expect(suppress('# chartlint-disable-next-line no-x\n\n# more\na: X\nb: X\n')).toEqual({
      left: ['no-x:5'],
      hidden: ['no-x:4'],
    });
    expect(suppress('a: X\nb: Y\n# chartlint-disable-file no-x\n')).toEqual({
      left: ['no-y:2'],
      hidden: ['no-x:1'],
    });
  });

  it('lets the comments of one line add up', () => {
    const text = '# chartlint-disable-next-line no-x\n# chartlint-disable-next-line no-y\na: [X, Y]\n';
    expect(suppress(text)).toEqual({ left: [], hidden: ['no-x:3', 'no-y:3'] });
  });

  it('hides from disable to enable, each rule on its own', () => {
    const text =
      '# chartlint-disable\na: [X, Y]\n# chartlint-enable no-x\nb: [X, Y]\n# chartlint-enable\nc: [X, Y]\n';
    expect(suppress(text)).toEqual({
      left: ['no-x:4', 'no-x:6', 'no-y:6'],
      hidden: ['no-x:2', 'no-y:2', 'no-y:4'],
    });
  });

  it('lets a second disable take back what was enabled for one rule', () => {
    const text = '# chartlint-disable\na: X\n# chartlint-enable no-x\nb: X\n# chartlint-disable\nc: X\n';
    expect(suppress(text)).toEqual({ left: ['no-x:4'], hidden: ['no-x:2', 'no-x:6'] });
  });

  it('reports comments that hide nothing, also those whose finding a closer comment hides', () => {
    expect(suppress('# chartlint-disable-file no-x\na: X # chartlint-disable-line\n').left).toEqual([
      'suppression/unused:1',
    ]);
    expect(suppress('a: 1\n# chartlint-enable no-x\n').left).toEqual(['suppression/unused:2']);
  });

  it('reports names that do not exist and reasons that are missing', () => {
    expect(suppress('a: X # chartlint-disable-line no-xx, no-x\n').left).toEqual([
      'suppression/unknown-rule:1',
    ]);
    expect(suppress('a: X # chartlint-disable-line no-x\n', true).left).toEqual([
      'suppression/missing-reason:1',
    ]);
    expect(suppress('a: X # chartlint-disable-line no-x -- old\n', true).left).toEqual([]);
    expect(suppress('a: X # chartlint-disable-lines no-x\n').left).toEqual([
      'no-x:1',
      'suppression/unknown-comment:1',
    ]);
  });

  it('takes time in proportion to the comments', () => {
    const text = `${'# chartlint-disable-next-line no-x\n'.repeat(20_000)}a: X\n`;
    expect(suppress(text).hidden).toEqual(['no-x:20001']);
  });
});
