import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../run-cli.ts';
import { type Diagnostic, LanguageServer } from './language-server.ts';

const shared = fileURLToPath(new URL('../../../shared/charts', import.meta.url));
const present = existsSync(shared);
if (!present && process.env.CI) throw new Error('CI must have ../shared/charts');
const umbrella = fileURLToPath(new URL('../../fixtures/projects/schema-umbrella/shop', import.meta.url));
const fields = fileURLToPath(new URL('../../fixtures/projects/schema-of-fields/shop', import.meta.url));

/** What an editor shows in each chart; `^` is the cursor. */
const CHARTS = {
  atlasia: {
    keys: ['orchestrator:\n  ^\n', 'autoscaling'],
    enum: ['postgresql:\n  architecture: ^\n', ['standalone', 'replication']],
    hover: ['postgresql:\n  archi^tecture: standalone\n', 'Topology of the subchart'],
    wrong: ['orchestrator:\n  service:\n    type: External\n', 'Valid values: "ClusterIP", "NodePort"'],
  },
  colonyos: {
    keys: ['colonies:\n  ^\n', 'replicas'],
    enum: ['network:\n  ingressController: ^\n', ['nginx', 'traefik']],
    hover: ['colonies:\n  backends: {http: {tls: true}}\n  repl^icas: 3\n', 'Default: `3`'],
    wrong: ['network:\n  hostname: https://x.org\n', 'without scheme, port or path'],
  },
  hotswap: {
    keys: ['vault:\n  ^\n', 'authMethod'],
    enum: ['vault:\n  authMethod: ^\n', ['kubernetes', 'token', 'approle']],
    hover: ['vault:\n  authMethod: appr^ole\n', '`kubernetes`: needs role'],
    wrong: ['vault:\n  enabled: true\n  authMethod: token\n', 'Missing property "token"'],
  },
  ossa: {
    keys: ['services:\n  gateway:\n    ^\n', 'replicaCount'],
    enum: ['global:\n  environment: ^\n', ['dev', 'staging', 'production']],
    hover: ['highAvailability:\n  antiAffinity:\n    ty^pe: soft\n', '`hard`: demands them'],
    wrong: ['services:\n  gateway:\n    maxReplicas: 0\n', 'minimum of 1'],
  },
  zymtrace: {
    keys: ['clickhouse:\n  ^\n', 'use_existing'],
    enum: ['clickhouse:\n  mode: ^\n', ['create', 'use_existing']],
    hover: ['clickhouse:\n  mo^de: create\n', '`create`: runs ClickHouse in the cluster'],
    wrong: ['clickhouse:\n  mod: create\n', 'Property mod is not allowed'],
  },
} as const;

/** The versions whose files are in ../shared, where they are not the newest. */
const VERSIONS: Readonly<Record<string, string>> = {
  colonyos: 'colonyos@0.0.4',
  zymtrace: 'zymtrace@25.5.9',
};

/** Values files that the charts ship, with what is really wrong in them; overlays are checked as overlays. */
const SHIPPED: readonly (readonly [
  chart: string,
  file: string,
  kind: 'values' | 'overlay',
  wrong?: readonly string[],
])[] = [
  ['atlasia', 'values.yaml', 'values'],
  ['atlasia', 'environments/staging/values.yaml', 'overlay'],
  // The Ingress template reads colonies.backends.http.tls, which the chart's values lack: rendering fails.
  ['colonyos', 'values.yaml', 'values', ['Missing property "backends"']],
  ['hotswap', 'values.yaml', 'values'],
  ['hotswap', 'values-dev.yaml', 'overlay'],
  ['hotswap', 'values-production.yaml', 'overlay'],
  // ossa.version becomes a label, and "+" is no character of labels: the API server rejects every object.
  // The two Ingress paths name Services that the chart does not make.
  ['ossa', 'values.yaml', 'values', ['Not a label value', 'Value is not accepted', 'Value is not accepted']],
  ['ossa', 'values/values-dev.yaml', 'overlay'],
  ['ossa', 'values/values-production.yaml', 'overlay'],
  ['zymtrace', 'values.yaml', 'values'],
];

describe('yaml-language-server with the schemas of chartlint', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'chartlint-editor-'));
  let server: LanguageServer;
  let files = 0;

  beforeAll(async () => {
    const schemas = [...Object.keys(CHARTS), umbrella].flatMap((chart) => [
      ['schema', VERSIONS[chart] ?? chart, '-o', `${path.basename(chart)}.values.json`],
      ['schema', VERSIONS[chart] ?? chart, '--overlay', '-o', `${path.basename(chart)}.overlay.json`],
    ]);
    schemas.push(['schema', fields, '--overlay', '-o', 'fields.overlay.json']);
    for (const args of schemas) expect(await runCli(args, folder)).toMatchObject({ exitCode: 0, stderr: '' });
    server = await LanguageServer.start(folder);
  }, 60_000);
  afterAll(() => {
    server?.stop();
    rmSync(folder, { recursive: true });
  });

  async function open(schema: string, marked: string) {
    files += 1;
    const file = path.join(folder, `${files}.yaml`);
    const text = `# yaml-language-server: $schema=${schema}.json\n${marked}`;
    const lines = text.split('^', 1)[0]?.split('\n') ?? [];
    const diagnostics = await server.open(file, text.replace('^', ''));
    const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
    return { file, position, diagnostics };
  }

  const messages = (diagnostics: readonly Diagnostic[]): string[] =>
    diagnostics.map(({ message }) => message);

  describe.each(Object.entries(CHARTS))('%s', (chart, shows) => {
    it.each(['values', 'overlay'])('completes keys (%s)', async (kind) => {
      const { file, position } = await open(`${chart}.${kind}`, shows.keys[0]);
      const items = await server.complete(file, position);
      const item = items.find(({ label }) => label === shows.keys[1]);
      expect(item?.documentation).toMatchObject({ value: expect.stringMatching(/\w+ \w+/) });
    });

    it.each(['values', 'overlay'])('completes the values of an enum (%s)', async (kind) => {
      const { file, position } = await open(`${chart}.${kind}`, shows.enum[0]);
      const labels = (await server.complete(file, position)).map(({ label }) => label);
      expect(labels.filter((label) => label !== 'null').sort()).toEqual([...shows.enum[1]].sort());
    });

    it.each(['values', 'overlay'])('explains what the pointer is on (%s)', async (kind) => {
      const { file, position } = await open(`${chart}.${kind}`, shows.hover[0]);
      expect(await server.hover(file, position)).toContain(shows.hover[1]);
    });

    it.each(['values', 'overlay'])('underlines a mistake and nothing else (%s)', async (kind) => {
      const { diagnostics } = await open(`${chart}.${kind}`, shows.wrong[0]);
      expect(messages(diagnostics)).toEqual([expect.stringContaining(shows.wrong[1])]);
    });
  });

  it('completes what a field of Kubernetes takes in a chart without a schema', async () => {
    const { file, position } = await open('fields.overlay', 'updateStrategy:\n  ^\n');
    const labels = (await server.complete(file, position)).map(({ label }) => label);
    expect(labels).toEqual(expect.arrayContaining(['rollingUpdate', 'type']));
    const wrong = await open(
      'fields.overlay',
      'podDisruptionBudget:\n  selector:\n    matchLables: {a: b}\n',
    );
    expect(messages(wrong.diagnostics)).toEqual([
      expect.stringContaining('Property matchLables is not allowed'),
    ]);
    const right = 'variables: {A: 1}\nsecurityContext: {enabled: false, more: 1}\nshared: {a: 1}\n';
    expect(messages((await open('fields.overlay', right)).diagnostics)).toEqual([]);
  });

  describe.skipIf(!present)(
    `the files that the charts ship${present ? '' : ' (SKIPPED: no ../shared)'}`,
    () => {
      const kinds = SHIPPED.flatMap(([chart, file, kind, wrong = []]) =>
        kind === 'values'
          ? [
              { chart, file, kind, wrong },
              { chart, file, kind: 'overlay', wrong },
            ]
          : [{ chart, file, kind, wrong }],
      );
      it.each(kinds)('$chart/$file as $kind', async ({ chart, file, kind, wrong }) => {
        const text = readFileSync(path.join(shared, chart, file), 'utf8');
        const { diagnostics } = await open(`${chart}.${kind}`, text);
        expect(messages(diagnostics)).toEqual(wrong.map((part) => expect.stringContaining(part)));
      });
    },
  );

  describe('an umbrella chart', () => {
    it('completes and explains the values of its subcharts under their names and aliases', async () => {
      const keys = await open('shop.overlay', 'cache:\n  auth:\n    ^\n');
      expect((await server.complete(keys.file, keys.position)).map(({ label }) => label)).toEqual(
        expect.arrayContaining(['user', 'password']),
      );
      const alias = await open('shop.overlay', 'orders:\n  parti^tions: 5\n');
      const hover = await server.hover(alias.file, alias.position);
      expect(hover).toContain('How many partitions  \neach topic has.');
      expect(hover).toContain('Default: `4`');
    });

    it('completes what all of its charts call global, and the switches in Chart.yaml', async () => {
      const global = await open('shop.overlay', 'global:\n  ^\n');
      expect((await server.complete(global.file, global.position)).map(({ label }) => label)).toEqual(
        expect.arrayContaining(['region', 'storageClass']),
      );
      const tags = await open('shop.overlay', 'tags:\n  ^\n');
      expect((await server.complete(tags.file, tags.position)).map(({ label }) => label)).toEqual([
        'messaging',
      ]);
    });

    it('asks an overlay only for what no chart has, and the values.yaml for what the subcharts lack', async () => {
      const overlay = await open('shop.overlay', 'cache:\n  auth:\n    password: x\n');
      expect(messages(overlay.diagnostics)).toEqual(['Missing property "domain".']);
      const values = await open('shop.values', 'domain: x\ncache:\n  auth: {}\n');
      expect(messages(values.diagnostics)).toEqual(['Missing property "replicas".']);
      const strict = await open('shop.overlay', 'domain: x\ncache:\n  auth:\n    pasword: x\n');
      expect(messages(strict.diagnostics)).toEqual(['Property pasword is not allowed.']);
    });
  });
});
