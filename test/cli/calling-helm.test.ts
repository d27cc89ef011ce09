import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runCli } from '../run-cli.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'chartlint-plugin-'));
afterAll(() => rmSync(folder, { recursive: true }));
writeFileSync(path.join(folder, 'Chart.yaml'), 'apiVersion: v2\nname: shop\nversion: 1.0.0\n');
writeFileSync(path.join(folder, 'values.yaml'), 'a: 1\n');
// Helm 3 reads the first document of a file.
writeFileSync(path.join(folder, 'two.yaml'), 'a: 2\n---\na: 3\n');

describe('the Helm that calls a plugin', () => {
  const mergedWith = async (env: Record<string, string>, ...flags: string[]): Promise<string> =>
    (await runCli(['values', '.', '-f', 'two.yaml', ...flags], folder, { env })).stdout.trim();

  it('counts where nothing else names a version', async () => {
    expect(await mergedWith({ CHARTLINT_HELM_VERSION: 'v3.21.4' })).toBe('a: 2');
    expect(await mergedWith({ CHARTLINT_HELM_VERSION: 'v4.2.4' })).toBe('a: 3');
    expect(await mergedWith({ CHARTLINT_HELM_VERSION: 'v3.21.4' }, '--helm-version', '4.2')).toBe('a: 3');
    writeFileSync(path.join(folder, 'chartlint.config.yaml'), 'helmVersion: 4.2.4\n');
    expect(await mergedWith({ CHARTLINT_HELM_VERSION: 'v3.21.4' })).toBe('a: 3');
    rmSync(path.join(folder, 'chartlint.config.yaml'));
  });

  it('is no version: that is said', async () => {
    const env = { CHARTLINT_HELM_VERSION: 'new' };
    const { stderr, exitCode } = await runCli(['values.yaml'], folder, { env });
    expect([stderr, exitCode]).toEqual([
      'chartlint: CHARTLINT_HELM_VERSION: "new" is no version such as 3.18.4 or 4.2\n',
      2,
    ]);
  });
});
