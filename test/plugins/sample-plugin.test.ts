import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The sample plugin in a folder of its own, with `chartlint` where npm would have put it. */
describe('a plugin of somebody else', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'chartlint-plugin-'));
  const run = (...args: string[]): { status: number | null; output: string } => {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, {
      cwd: folder,
      encoding: 'utf8',
      env: { PATH: process.env.PATH },
    });
    return { status, output: stdout + stderr };
  };

  beforeAll(() => {
    if (!existsSync(path.join(root, 'dist', 'testing.js'))) throw new Error('run npm run build first');
    cpSync(path.join(root, 'fixtures', 'plugins', 'acme'), folder, { recursive: true });
    mkdirSync(path.join(folder, 'node_modules'));
    symlinkSync(root, path.join(folder, 'node_modules', 'chartlint'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('tests its rules with chartlint/testing', () => {
    const { status, output } = run('--test');
    expect(output).toMatch(/# pass 2\n/);
    expect(status).toBe(0);
  });

  it('runs, configured in TypeScript with options and a preset of its own', () => {
    const { status, output } = run('node_modules/chartlint/dist/cli.js', 'values.yaml');
    expect(output).toContain('warning[acme/owner-case]: owner is "Payments"');
    expect(output).toContain('error[acme/allowed-registries]: image comes from "docker.io"');
    expect(output).toContain('[acme/allowed-registries]');
    expect(output).toContain('1 file: 1 error, 1 warning. 1 can be fixed with --fix.');
    expect(status).toBe(1);
  });

  it('has types', () => {
    expect(run(path.join(root, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', '.')).toEqual({
      status: 0,
      output: '',
    });
  });
});
