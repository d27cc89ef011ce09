import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import type { LintResult } from '../../src/model/lint-result.ts';
import { fileSource } from '../../src/model/source.ts';
import { formatCheckstyle } from '../../src/report/checkstyle.ts';
import { formatJunit } from '../../src/report/junit.ts';
import { maskSecrets } from '../../src/report/mask-secrets.ts';
import { cleanResult, crowdedResult, richResult } from './rich-result.ts';

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  htmlEntities: true,
  isArray: (name) => ['testsuite', 'testcase', 'file', 'error'].includes(name),
});

const everyCharacter: LintResult = {
  ...cleanResult,
  findings: [
    {
      ...richResult.findings[0]!,
      problem: `${String.fromCharCode(...Array(0xa0).keys())}\uD800\uFFFE]]><!--`,
      span: { source: fileSource('a&b<c>"d"\'e\'.yaml'), start: 0, end: 0 },
    },
  ],
};

describe.each([
  ['checkstyle', formatCheckstyle],
  ['junit', formatJunit],
] as [string, (result: LintResult) => string][])('%s', (_name, format) => {
  it.each([
    ['rich', richResult],
    ['clean', cleanResult],
    ['crowded', crowdedResult(20)],
    ['odd', everyCharacter],
  ] as [string, LintResult][])('is well-formed for the %s result', (_result, result) => {
    const text = format(result);
    expect(XMLValidator.validate(text)).toBe(true);
    // The validator passes over characters that XML 1.0 refuses.
    expect(text).not.toMatch(/(?![\t\r\n\x7f-\x9f])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/u);
  });
});

describe('checkstyle', () => {
  it('has every finding with its place', () => {
    const { file } = parser.parse(formatCheckstyle(maskSecrets(richResult))).checkstyle;
    const total = file.reduce((sum: number, { error }: { error: unknown[] }) => sum + error.length, 0);
    expect(total).toBe(richResult.findings.length);
    const production = file.find(({ name }: { name: string }) => name === 'umgebung/größe 100%.yaml');
    expect(production.error[1]).toEqual({
      line: '3',
      column: '3',
      severity: 'warning',
      message: 'The pool keeps "5" of "10" connections. Make both the same.',
      source: 'chartlint.pool-idle-differs-from-open',
    });
  });

  it('gives back every character of a name and a message that XML allows', () => {
    const { file } = parser.parse(formatCheckstyle(maskSecrets(everyCharacter))).checkstyle;
    expect(file[0].name).toBe('a&b<c>"d"\'e\'.yaml');
    expect(file[0].error[0].message).toContain('!"#$%&\'()*+,-./0123456789:;<=>?@');
    expect(file[0].error[0].message).toMatch(/\]\]><!--\. Use a version\.$/);
  });
});

describe('junit', () => {
  const suites = parser.parse(formatJunit(maskSecrets(richResult))).testsuites.testsuite;
  const suite = (name: string): Record<string, unknown> & { testcase: Record<string, unknown>[] } =>
    suites.find((candidate: { name: string }) => candidate.name === name);

  it('has a suite per file, the clean one passed', () => {
    expect(suites.map(({ name }: { name: string }) => name)).toEqual([
      '--set auth.password=•••••••••••••••••',
      '--set image.tag=latest',
      '../shared/base.yaml',
      '<stdin>',
      'charts/values.yaml',
      'clean.yaml',
      'generated/one-line.yaml',
      'umgebung/größe 100%.yaml',
    ]);
    expect(suite('clean.yaml')).toMatchObject({ tests: '1', failures: '0' });
  });

  it('counts what it has', () => {
    for (const { tests, failures, skipped, testcase } of suites) {
      expect(Number(tests)).toBe(testcase.length);
      const withKey = (key: string): number => testcase.filter((one: object) => key in one).length;
      expect(Number(failures)).toBe(withKey('failure'));
      expect(Number(skipped)).toBe(withKey('skipped'));
    }
  });

  it('fails with the place, the code and the fix', () => {
    const { failure } = suite('charts/values.yaml').testcase.find(
      ({ name }) => name === 'mutable-image-tag /image/tag',
    ) as { failure: Record<string, string> };
    expect(failure.type).toBe('warning');
    expect(failure['#text']).toContain('4 |   tag: latest\n  |        ^^^^^^');
    expect(failure['#text']).toContain('Fix: Quote "latest" and rename the key');
  });

  it('passes an info and skips what is suppressed', () => {
    const info = suite('charts/values.yaml').testcase.at(-1)!;
    expect(info).not.toHaveProperty('failure');
    expect(info['system-out']).toContain('Add one.');
    const skipped = suite('umgebung/größe 100%.yaml').testcase.flatMap((one) => one.skipped ?? []);
    expect(skipped).toEqual([
      { message: 'Suppressed by a comment: rebuilt <nightly>' },
      { message: 'Suppressed by the baseline.' },
    ]);
  });
});
