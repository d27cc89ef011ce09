import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FORMATS } from '../../src/cli/format-report.ts';
import {
  BROKEN_SECRETS,
  PLANTED,
  SECRET_BREAKS,
  SECRET_SHAPES,
} from '../../src/dev/hostile/secret-shapes.ts';
import { secretsInText } from '../../src/model/secrets-in-text.ts';
import { maskSpans } from '../../src/report/mask-spans.ts';
import { runCli } from '../run-cli.ts';

/** What is left of it anywhere is a leak. */
const S = PLANTED;

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'chartlint-secrets-'));
  const write = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  };
  write('.git/HEAD', '');
  for (const [i, shape] of [...SECRET_SHAPES, ...BROKEN_SECRETS].entries()) {
    for (const [j, broken] of SECRET_BREAKS.entries()) write(`files/${i}-${j}-values.yaml`, broken(shape));
  }
  write('chart/Chart.yaml', 'apiVersion: v2\nname: shop\nversion: 1.0.0\n');
  write('chart/values.yaml', `password: ${S}\nauth: { token: ${S} }\n`);
  write(
    'chart/templates/secret.yaml',
    'apiVersion: v1\nkind: Secret\nmetadata: { name: a }\nstringData:\n  foo: {{ .Values.password }}\n---\n' +
      'apiVersion: v1\nkind: Secret\nmetadata: { name: b }\ndata:\n  foo: {{ .Values.auth.token }}\n',
  );
  write('fix/values.yaml', `password: ${S}\nimage:\n  repository: python\n  tag: 3.10\n  # token: ${S}\n`);
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('secrets', () => {
  it.each([...SECRET_SHAPES, ...BROKEN_SECRETS])('are found in %j', (shape) => {
    for (const broken of SECRET_BREAKS) {
      const text = broken(shape);
      expect(maskSpans(text, secretsInText(text))).not.toContain(S);
    }
  });

  it('are in no report of any format', async () => {
    // All of one run.
    const formats = FORMATS.flatMap((format) => ['--format', `${format}=reports/${format}`]);
    const { stdout, stderr } = await runCli(['files', '--preset', 'strict', ...formats], folder);
    expect(stdout + stderr).not.toContain(S);
    for (const format of FORMATS) {
      const report = readFileSync(path.join(folder, 'reports', format), 'utf8');
      expect(report.length).toBeGreaterThan(1000);
      expect([format, ...report.split('\n').filter((line) => line.includes(S))]).toEqual([format]);
    }
    rmSync(path.join(folder, 'reports'), { recursive: true });
  });

  it('are not in what is said of flags, malformed or not', async () => {
    for (const flag of [
      'a.password=S',
      'password=S,[',
      'passwords[0]=S,a[',
      'x={S,password=S',
      'a=1,token=S,=',
    ]) {
      for (const command of [[], ['values', 'chart'], ['why', 'a']]) {
        const args = [...command, '--set', flag.replaceAll('S', S)];
        const { stdout, stderr } = await runCli(args, path.join(folder, command.length === 0 ? 'chart' : ''));
        expect((stdout + stderr).replaceAll(`{${S}`, '')).not.toContain(S);
      }
    }
  });

  it.each([
    ['values', ['values', 'chart']],
    ['values as JSON', ['values', 'chart', '--format', 'json']],
    ['render', ['render', '--chart', 'chart']],
    ['render as JSON', ['render', '--chart', 'chart', '--format', 'json']],
    ['a patch', ['files', 'fix', '--fix-unsafe', '--diff', '--preset', 'strict']],
  ])('are not in %s, unless they are asked for', async (_name, args) => {
    const hidden = await runCli(args, folder);
    expect(hidden.stdout + hidden.stderr).not.toContain(S);
    expect((await runCli([...args, '--show-secrets'], folder)).stdout).toContain(S);
  });

  describe('of a chart that says them in other words', () => {
    const leaky = (file: string, text: string): void => {
      mkdirSync(path.dirname(path.join(folder, 'leaky', file)), { recursive: true });
      writeFileSync(path.join(folder, 'leaky', file), text);
    };
    beforeAll(() => {
      leaky('Chart.yaml', 'apiVersion: v2\nname: leaky\nversion: 1.0.0\n');
      leaky('values.yaml', `password: ${S}\nauth: { token: "${S} \\"x\\"" }\nmode: a\n`);
      leaky(
        'values.schema.json',
        JSON.stringify({
          properties: { password: { enum: [`${S}a`, `${S}b`], default: `${S}c`, const: `${S}d` } },
        }),
      );
      leaky(
        'templates/a.yaml',
        'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata:\n  some: {{ .Values.password }}\n',
      );
      const rule = `{ id: 'crash', severity: 'error', recommended: true, docs: { summary: 'x', why: 'x', source: 'x' }, examples: [],
        check(release) { throw new Error('cannot use ' + release.values.data.password + JSON.stringify(release.values.data)); } }`;
      leaky(
        'crash.mjs',
        `export default { plugins: [{ name: 'a', rules: [${rule}] }], rules: { 'a/crash': 'error' } };`,
      );
    });

    it('are not in what `why` says that they may be', async () => {
      for (const format of ['text', 'json']) {
        const { stdout, stderr } = await runCli(
          ['why', 'password', 'leaky/values.yaml', '--format', format],
          folder,
        );
        expect(stdout).toContain('password');
        expect(stdout + stderr).not.toContain(S);
      }
    });

    it.each(['json', 'text'])('are not in what `why` says of other values (%s)', async (format) => {
      const shapes = SECRET_SHAPES.map((shape) => `  - ${shape.replaceAll('\n', '\n    ')}\n`);
      writeFileSync(
        path.join(folder, 'why.values.yaml'),
        `a:\n${shapes.join('')}b: "ghp_${S.repeat(4)}"\nc: [--password, ${S}]\nd: '{"token": "${S}"}'\ne: { password: ${S} }\nsecretGenerator: [{ literals: [a=${S}] }]\nstringData: { x: ${S} }\n`,
      );
      for (const key of ['a', 'b', 'c', 'c[1]', 'd', 'e', 'a[2]', 'secretGenerator', 'stringData']) {
        const { stdout } = await runCli(['why', key, 'why.values.yaml', '--format', format], folder);
        expect(stdout).toContain(`why.values.yaml`);
        expect([key, ...stdout.split('\n').filter((line) => line.includes(S))]).toEqual([key]);
      }
      const { stdout } = await runCli(['why', 'e', 'why.values.yaml', '--format', format], folder);
      expect(stdout).toMatch(/"password": ?"\(secret\)"/);
    });

    it('are not in messages of rules that fail, in any format', async () => {
      const formats = FORMATS.flatMap((format) => ['--format', `${format}=reports/${format}`]);
      const { stderr } = await runCli(['leaky', '--config', 'leaky/crash.mjs', ...formats], folder);
      expect(stderr).not.toContain(S);
      for (const format of FORMATS) {
        const report = readFileSync(path.join(folder, 'reports', format), 'utf8');
        expect(report).toContain('cannot use');
        expect([format, report.includes(S)]).toEqual([format, false]);
      }
      rmSync(path.join(folder, 'reports'), { recursive: true });
    });

    it.each([
      ['fail', '{{ fail (printf "bad %s" .Values.password) }}'],
      ['no YAML', 'a: [{{ .Values.password }}\nb: {{ .Values.auth.token }}: c'],
      ['a type', '{{ .Values.password.x }}{{ range .Values.auth.token }}{{ end }}'],
      ['a number', '{{ .Values.password | int64 | div 1 }}{{ mustToDate "x" .Values.password }}'],
    ])('are not in why Helm stops: %s', async (_name, template) => {
      leaky('templates/b.yaml', `${template}\n`);
      const valid = ['--skip-schema-validation'];
      for (const args of [
        ['leaky', '--format', 'json'],
        ['leaky'],
        ['render', '--chart', 'leaky', ...valid],
        ['diff', 'leaky/values.yaml', '--chart', 'leaky', '--from', 'leaky/values.yaml'],
      ]) {
        const { stdout, stderr } = await runCli(args, folder);
        expect((stdout + stderr).length).toBeGreaterThan(50);
        expect(stdout + stderr).not.toContain(S);
      }
      rmSync(path.join(folder, 'leaky/templates/b.yaml'));
    });

    it('are not in what is rendered under a name that is none of a secret', async () => {
      const { stdout } = await runCli(['render', '--chart', 'leaky', '--skip-schema-validation'], folder);
      expect(stdout).toMatch(/some: •+/);
    });

    it('are not in a cache', async () => {
      const caches = path.join(folder, 'caches');
      const args = ['files', 'leaky', '--cache-location', 'caches', '--preset', 'strict', '--format', 'json'];
      await runCli(args, folder, { env: { CHARTLINT_CACHE_KEY: 'a key' } });
      const kept = readdirSync(caches, { recursive: true, encoding: 'utf8' }).filter((file) =>
        file.endsWith('.bin'),
      );
      expect(kept.length).toBe(2);
      for (const file of kept) expect(readFileSync(path.join(caches, file)).includes(S), file).toBe(false);
      rmSync(caches, { recursive: true });
    });

    it('are not in what changed', async () => {
      leaky('old.yaml', `password: old${S}\nauth: { token: other${S} }\n`);
      const carried = (secret: string): string =>
        `args: [--password, ${secret}]\nconfig: '{"password":"${secret}"}'\nof: { password: { value: ${secret} } }\n`;
      leaky('values-carried.yaml', carried(S));
      leaky('old-carried.yaml', carried(`old${S}`));
      leaky(
        'templates/carried.yaml',
        'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: b }\ndata:\n  whole: {{ .Values | toJson | quote }}\n  config: {{ .Values.config | quote }}\n' +
          '  args: {{ toJson .Values.args }}\n  of: {{ toJson .Values.of }}\n',
      );
      for (const format of ['pretty', 'json', 'markdown']) {
        const args = [
          'diff',
          'leaky/values.yaml',
          '--chart',
          'leaky',
          '--from',
          'leaky/old.yaml',
          '--format',
          format,
        ];
        const { stdout, stderr } = await runCli(args, folder);
        expect(stdout + stderr).toContain('secret');
        expect(stdout + stderr).not.toContain(S);
        const changed = args.map((arg) =>
          arg.replace('/values.', '/values-carried.').replace('/old.', '/old-carried.'),
        );
        const carried = await runCli(changed, folder);
        expect(carried.stdout + carried.stderr).toContain('config');
        expect(carried.stdout + carried.stderr).not.toContain(S);
      }
      rmSync(path.join(folder, 'leaky/templates/carried.yaml'));
    });
  });

  it('are all that a Secret of a manifest holds, and what a secret carries', async () => {
    const write = (file: string, text: string): void => {
      mkdirSync(path.join(folder, 'flux'), { recursive: true });
      writeFileSync(path.join(folder, 'flux', file), text);
    };
    write(
      'release.yaml',
      'apiVersion: helm.toolkit.fluxcd.io/v2\nkind: HelmRelease\nmetadata: { name: shop, namespace: a }\nspec:\n' +
        '  chart: { spec: { chart: shop, version: 1.0.0, sourceRef: { kind: HelmRepository, name: x } } }\n' +
        `  valuesFrom: [{ kind: Secret, name: sec }]\n  values: { a: open, password: { value: ${S} } }\n`,
    );
    write(
      'secret.yaml',
      `apiVersion: v1\nkind: Secret\nmetadata: { name: sec, namespace: a }\nstringData:\n  values.yaml: |\n    some: ${S}\n    list: [${S}]\n`,
    );
    for (const args of [
      ['values', 'flux/release.yaml'],
      ['values', 'flux/release.yaml', '--origin'],
      ['values', 'flux/release.yaml', '--format', 'json'],
      ['why', 'some', 'flux/release.yaml'],
      ['why', 'list', 'flux/release.yaml'],
      ['why', 'password', 'flux/release.yaml'],
    ]) {
      const { stdout, stderr, exitCode } = await runCli(args, folder);
      expect([args, exitCode, stderr]).toEqual([args, 0, '']);
      expect(stdout).not.toContain(S);
    }
    expect((await runCli(['values', 'flux/release.yaml', '--show-secrets'], folder)).stdout).toContain(S);
    expect((await runCli(['values', 'flux/release.yaml'], folder)).stdout).toContain('a: open');
  });

  it('are not in why a file cannot be read', async () => {
    mkdirSync(path.join(folder, 'unread'));
    writeFileSync(path.join(folder, 'unread/values.yaml'), `password: *${S}\n`);
    writeFileSync(
      path.join(folder, 'unread/app.yaml'),
      'apiVersion: argoproj.io/v1alpha1\nkind: Application\nmetadata: { name: shop }\nspec:\n  source:\n    repoURL: https://x/y\n    path: chart\n' +
        `    helm:\n      values: |\n        password: *${S}\n`,
    );
    for (const args of [
      ['why', 'a', 'unread/values.yaml'],
      ['values', 'chart', '-f', 'unread/values.yaml'],
      ['values', 'unread/app.yaml'],
      ['render', 'unread/app.yaml'],
      ['diff', 'unread/app.yaml', '--from', 'chart/values.yaml'],
    ]) {
      const { stderr } = await runCli(args, folder);
      expect(stderr).toContain('repeats a value');
      expect(stderr).not.toContain(S);
    }
  });

  it('stay where they are none', () => {
    const text =
      '# The password: must be long enough\nexistingSecret: foo\npasswordSecretName: foo\nauth: { enabled: true }\n' +
      'auth:\n  enabled: true\n  username: bob\nurl: ssh://git@github.com/x\ntokenTTL: 5m\npassword: ""\n' +
      'password: {{ .x }}\nimagePullSecrets:\n  - name: regcred\nref: { name: a, key: password }\n' +
      '"password": { "type": "string", "description": "x" }\n"description": "Password: must be long"\n';
    expect(maskSpans(text, secretsInText(text))).toBe(text);
  });
});
