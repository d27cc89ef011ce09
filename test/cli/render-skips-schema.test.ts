import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCli } from '../run-cli.ts';

let cwd = '';
beforeAll(() => {
  cwd = mkdtempSync(path.join(tmpdir(), 'chartlint-'));
  mkdirSync(path.join(cwd, 'shop/templates'), { recursive: true });
  writeFileSync(path.join(cwd, 'shop/Chart.yaml'), 'apiVersion: v2\nname: shop\nversion: 1.0.0\n');
  writeFileSync(path.join(cwd, 'shop/values.yaml'), 'port: 80\n');
  writeFileSync(path.join(cwd, 'shop/values.schema.json'), '{ "$ref": "file://../missing.schema.json" }\n');
  writeFileSync(path.join(cwd, 'shop/templates/a.yaml'), 'kind: A\nport: {{ .Values.port }}\n');
});
afterAll(() => rmSync(cwd, { recursive: true }));

describe('chartlint render with a schema that cannot be read', () => {
  it('refuses the chart as Helm does, unless schemas are skipped', async () => {
    const refused = await runCli(['render', '--chart', 'shop', '--no-config'], cwd);
    expect(refused.exitCode).toBe(1);
    expect(refused.stderr).toContain('missing.schema.json');
    const args = ['render', '--chart', 'shop', '--no-config', '--skip-schema-validation'];
    expect(await runCli(args, cwd)).toMatchObject({
      exitCode: 0,
      stdout: '---\n# Source: shop/templates/a.yaml\nkind: A\nport: 80\n',
      stderr: '',
    });
  });
});
