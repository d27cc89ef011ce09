import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { lint as lintFiles } from '../../src/api-node/lint.ts';
import { defineRule, fix, lint } from '../../src/index.ts';
import { runCli } from '../run-cli.ts';

const VALUES = { file: 'values.yaml', text: 'colonies:\n  replicas: two\nnetwork:\n  hostname: a.example\n' };

const rules = async (...args: Parameters<typeof lint>): Promise<string[]> =>
  (await lint(...args)).findings.map(({ rule, line, column }) => `${line}:${column} ${rule}`);

describe('lint, for texts', () => {
  it('recognizes the chart by the keys, or takes the one that is named', async () => {
    expect((await lint([VALUES])).releases).toEqual([
      { chart: 'colonyos', version: '0.0.4', detectedBy: 'shape', files: ['values.yaml'] },
    ]);
    expect((await lint([VALUES], { chart: 'zymtrace' })).releases).toMatchObject([
      { chart: 'zymtrace', detectedBy: 'flag' },
    ]);
    expect(await rules([VALUES])).toContain('2:13 schema/type');
    await expect(lint([VALUES], { chart: 'nope' })).rejects.toThrow(
      /"nope" is neither a chart that chartlint knows/,
    );
  });

  it('says exactly what the command line says, in every format', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'chartlint-api-'));
    try {
      writeFileSync(path.join(folder, VALUES.file), VALUES.text);
      const report = await lint([VALUES]);
      for (const format of ['json', 'concise', 'pretty', 'markdown'] as const) {
        const { stdout } = await runCli([VALUES.file, '--format', format], folder);
        expect(await report.format(format)).toBe(stdout);
      }
      expect(JSON.parse(JSON.stringify(report))).toEqual(JSON.parse(await report.format('json')));
      expect(await lintFiles([VALUES.file], { cwd: folder })).toEqual(report);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('lays overlays and flags over the files, and all of them over the defaults', async () => {
    const schema = { properties: { port: { type: 'integer', maximum: 10 }, name: { type: 'string' } } };
    const file = { file: 'a.yaml', text: 'port: 1\n' };
    const options = { schema, defaults: { file: 'chart/values.yaml', text: 'name: 5\n' } };
    expect(await rules([file], options)).toEqual(['1:7 schema/type']);
    expect(await rules([file], { ...options, set: ['name=x'] })).toEqual([]);
    const overlays = [{ file: 'b.yaml', text: 'port: 11\nname: x\n' }];
    const { findings } = await lint([file], { ...options, overlays });
    expect(findings).toMatchObject([{ file: 'b.yaml', line: 1, rule: 'schema/maximum' }]);
  });

  it('reads charts from texts: schemas, templates, charts below and every kind of flag', async () => {
    const around = [
      {
        file: 'shop/Chart.yaml',
        text: 'apiVersion: v2\nname: shop\nversion: 1.0.0\ndependencies: [{name: cache, version: 1.x}]\n',
      },
      { file: 'shop/values.yaml', text: 'used: 1\ncache: {}\n' },
      { file: 'shop/templates/a.yaml', text: 'a: {{ .Values.used }}\n' },
      { file: 'shop/charts/cache/Chart.yaml', text: 'apiVersion: v2\nname: cache\nversion: 1.2.3\n' },
      { file: 'shop/charts/cache/values.yaml', text: 'size: 1\n' },
      { file: 'shop/charts/cache/templates/b.yaml', text: 'b: {{ .Values.size }}\n' },
      { file: 'shop/charts/cache/values.schema.json', text: '{"properties": {"size": {"type": "integer"}}}' },
      { file: 'size.txt', text: 'large' },
    ];
    const file = { file: 'shop/values-prod.yaml', text: 'cache:\n  size: big\nunused: 1\n' };
    const report = await lint([file], { around });
    expect(report.releases).toMatchObject([{ chart: 'shop', detectedBy: 'chart-yaml' }]);
    expect(report.findings.map(({ rule, line }) => `${line} ${rule}`)).toEqual([
      '2 schema/type',
      '3 unknown-key',
    ]);
    const small = { kind: 'set-json', text: 'cache={"size": 3}' } as const;
    expect(await rules([file], { around, sets: [small] })).toEqual(['3:1 unknown-key']);
    const large = { kind: 'set-file', text: 'cache.size=size.txt' } as const;
    expect((await lint([file], { around, sets: [small, large] })).findings[0]).toMatchObject({
      rule: 'schema/type',
      file: '--set-file cache.size=size.txt',
    });
  });

  it('obeys comments and the configuration, and refuses a wrong one', async () => {
    const text = `# chartlint-disable-file schema/type\n${VALUES.text}`;
    expect(await rules([{ ...VALUES, text }])).not.toContain('3:13 schema/type');
    const off = { rules: { 'schema/type': 'off' } } as const;
    expect(await rules([VALUES], { config: off })).not.toContain('2:13 schema/type');
    await expect(lint([VALUES], { config: { rules: { 'no-such-rule': 'error' } } })).rejects.toThrow(
      /^config rules\["?no-such-rule|^config rules\.no-such-rule/,
    );
    await expect(lint([VALUES], { config: { plugins: ['./plugin.js'] } })).rejects.toThrow(/only a name/);
  });

  it('runs the rules of plugins given as objects', async () => {
    const rule = defineRule({
      id: 'no-colonies',
      severity: 'error',
      recommended: true,
      docs: { summary: 'Reports colonies.', why: 'A test.', source: 'None.' },
      examples: { bad: [], good: [] },
      *check() {
        yield { at: ['colonies'], part: 'key', message: 'here' };
      },
    });
    const config = {
      plugins: [{ name: 'acme', rules: [rule] }],
      rules: { 'acme/no-colonies': 'warning' },
    } as const;
    const { findings } = await lint([VALUES], { config });
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'acme/no-colonies', severity: 'warning', line: 1, column: 1 }),
    );
  });

  it('reports what Helm cannot read', async () => {
    expect(await rules([{ file: 'a.yaml', text: 'a: [\n' }])).toEqual([expect.stringContaining('yaml/')]);
  });

  it('fixes texts and leaves the rest of them alone', async () => {
    const text = 'podAnnotations:\n  prometheus.io/scrape: true # yes\nservice:\n  port: 80\n';
    const { files, report } = await fix([{ file: 'v.yaml', text }], { unsafe: true });
    expect(files).toEqual([{ file: 'v.yaml', text: text.replace('true', '"true"') }]);
    expect(report.findings.map(({ rule }) => rule)).not.toContain('annotation-not-string');
  });
});

describe('lint, for files', () => {
  it('fixes files on disk when asked to', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'chartlint-api-'));
    try {
      const file = path.join(folder, 'values.yaml');
      writeFileSync(file, 'podAnnotations:\n  prometheus.io/scrape: true\n');
      const before = await lintFiles(['values.yaml'], { cwd: folder });
      expect(before.findings.map(({ rule }) => rule)).toContain('annotation-not-string');
      await lintFiles(['values.yaml'], { cwd: folder, fix: 'unsafe' });
      expect(readFileSync(file, 'utf8')).toBe('podAnnotations:\n  prometheus.io/scrape: "true"\n');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('refuses wrong use as the command line does', async () => {
    await expect(lintFiles(['nowhere.yaml'])).rejects.toMatchObject({ name: 'UsageError' });
  });
});
