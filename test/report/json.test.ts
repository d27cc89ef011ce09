import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import type { LintResult } from '../../src/model/lint-result.ts';
import { formatJson } from '../../src/report/json.ts';
import { formatJsonl } from '../../src/report/jsonl.ts';
import { maskSecrets } from '../../src/report/mask-secrets.ts';
import { cleanResult, crowdedResult, richResult, tool } from './rich-result.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../schemas/report.schema.json', import.meta.url), 'utf8'),
) as Record<string, unknown>;
// Descriptions beside a $ref are for readers: draft-07 validators pass them over.
const ajv = new Ajv({ strict: true, allowUnionTypes: true, allErrors: true });
addFormats.default(ajv);
const validate = ajv.compile(schema);

function errorsOf(value: unknown): unknown[] {
  validate(value);
  return validate.errors ?? [];
}

describe('json', () => {
  it.each([
    ['rich', richResult],
    ['clean', cleanResult],
    ['crowded', crowdedResult(20)],
  ] as [string, LintResult][])('writes the %s result as its schema says', (_name, result) => {
    expect(errorsOf(JSON.parse(formatJson(maskSecrets(result), tool)))).toEqual([]);
  });

  it('has the keys in the order of the contract', () => {
    const report = JSON.parse(formatJson(maskSecrets(richResult), tool));
    expect(Object.keys(report)).toEqual(['version', 'tool', 'releases', 'findings', 'summary']);
    expect(Object.keys(report.releases[0])).toEqual(['chart', 'version', 'detectedBy', 'files']);
    const full = report.findings.find(
      ({ fix, related }: { fix?: object; related: object[] }) => fix && related.length > 0,
    );
    expect(Object.keys(full)).toEqual([
      'rule',
      'severity',
      'message',
      'problem',
      'help',
      'path',
      'file',
      'line',
      'column',
      'endLine',
      'endColumn',
      'related',
      'fix',
      'docs',
    ]);
    expect(Object.keys(full.related[0])).toEqual(['file', 'line', 'column', 'message']);
    expect(Object.keys(full.fix)).toEqual(['title', 'safe', 'edits']);
    expect(full.fix.edits[0]).toEqual({
      file: expect.any(String),
      start: expect.any(Number),
      end: expect.any(Number),
      text: '"latest"',
    });
    expect(Object.keys(report.summary)).toEqual([
      'files',
      'releases',
      'errors',
      'warnings',
      'infos',
      'fixable',
      'suppressed',
    ]);
  });

  it('says null for a chart that is not known', () => {
    const report = JSON.parse(formatJson(maskSecrets(richResult), tool));
    expect(report.releases[1]).toEqual({
      chart: null,
      version: null,
      detectedBy: 'none',
      files: ['generated/one-line.yaml'],
    });
  });

  it('counts fixes whose edits a secret hides', () => {
    expect(JSON.parse(formatJson(maskSecrets(richResult), tool)).summary.fixable).toBe(3);
  });

  it('places a finding behind a byte order mark, in a file with CRLF', () => {
    const report = JSON.parse(formatJson(maskSecrets(richResult), tool));
    const pool = report.findings.find(({ path }: { path: string }) => path === '/pool');
    expect(pool).toMatchObject({ line: 3, column: 3, endLine: 4, endColumn: 18 });
    const replicas = report.findings.findLast(({ path }: { path: string }) => path === '/replicas');
    expect(replicas).toMatchObject({ line: 1, column: 11, endLine: 1, endColumn: 12 });
  });
});

describe('the report schema', () => {
  const report = (): Record<string, never> => JSON.parse(formatJson(maskSecrets(richResult), tool));

  it.each([
    ['a further key', (r: Record<string, unknown>) => Object.assign(r, { extra: 1 })],
    ['no chart', (r) => delete (r.releases as Record<string, unknown>[])[0]!.chart],
    ['an unknown severity', (r) => Object.assign((r.findings as object[])[0]!, { severity: 'fatal' })],
    ['line 0', (r) => Object.assign((r.findings as object[])[0]!, { line: 0 })],
    ['a path that is no pointer', (r) => Object.assign((r.findings as object[])[0]!, { path: 'a.b' })],
    ['a null fix', (r) => Object.assign((r.findings as object[])[0]!, { fix: null })],
  ] as [string, (report: Record<string, unknown>) => unknown][])('refuses %s', (_name, spoil) => {
    const spoiled = report();
    spoil(spoiled);
    expect(errorsOf(spoiled)).not.toEqual([]);
  });

  it('is closed and described everywhere', () => {
    const open: string[] = [];
    const walk = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return;
      const part = node as Record<string, unknown>;
      if (part.type === 'object' && part.additionalProperties !== false) open.push(`${path} is open`);
      for (const [key, property] of Object.entries((part.properties ?? {}) as Record<string, unknown>)) {
        const { description, $ref } = property as Record<string, unknown>;
        if (description === undefined && $ref === undefined) open.push(`${path}/${key} is not described`);
      }
      for (const [key, child] of Object.entries(part)) walk(child, `${path}/${key}`);
    };
    walk(schema, '');
    expect(open).toEqual([]);
  });
});

describe('jsonl', () => {
  it('has a line per finding, the same as in the JSON report', () => {
    const lines = formatJsonl(maskSecrets(richResult), tool).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toEqual(
      JSON.parse(formatJson(maskSecrets(richResult), tool)).findings,
    );
  });

  it('is empty when nothing is found', () => {
    expect(formatJsonl(maskSecrets(cleanResult), tool)).toBe('');
  });
});
