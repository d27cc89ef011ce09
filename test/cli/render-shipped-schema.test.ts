import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../run-cli.ts';

let cwd = '';
beforeAll(async () => {
  cwd = mkdtempSync(path.join(tmpdir(), 'chartlint-'));
  mkdirSync(path.join(cwd, 'hotswap/templates'), { recursive: true });
  writeFileSync(path.join(cwd, 'hotswap/Chart.yaml'), 'apiVersion: v2\nname: hotswap\nversion: 1.0.0\n');
  const { stdout } = await runCli(['values', 'hotswap', '--show-secrets', '--no-config'], cwd);
  writeFileSync(path.join(cwd, 'hotswap/values.yaml'), stdout);
  writeFileSync(
    path.join(cwd, 'hotswap/templates/a.yaml'),
    'kind: A\nreplicas: {{ .Values.replicaCount }}\n',
  );
});
afterAll(() => rmSync(cwd, { recursive: true }));

describe('chartlint render of a chart that chartlint has a schema for', () => {
  it('renders what only that schema refuses, as Helm does', async () => {
    const args = ['--chart', './hotswap', '--set', 'replicaCount=many', '--no-config'];
    expect((await runCli(args, cwd)).stdout).toContain('replicaCount');
    expect(await runCli(['render', ...args], cwd)).toMatchObject({
      exitCode: 0,
      stdout: '---\n# Source: hotswap/templates/a.yaml\nkind: A\nreplicas: many\n',
    });
  });
});
