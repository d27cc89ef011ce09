import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { toolInfo } from '../../src/api/this-tool.ts';
import { allChecks } from '../../src/check-docs/all-checks.ts';
import { rules } from '../../src/generated/rules.ts';
import { runCli } from '../run-cli.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const ids = [...rules, ...allChecks].map(({ id }) => id);

describe('chartlint rules and chartlint explain', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'chartlint-rules-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('lists every rule and check, with its severity under the configuration', async () => {
    writeFileSync(
      path.join(folder, '.chartlint.yaml'),
      'rules: { mutable-image-tag: off, schema/type: info }\n',
    );
    const { stdout, exitCode } = await runCli(['rules'], folder);
    expect(exitCode).toBe(0);
    expect(stdout.match(/^[a-z][a-z0-9/-]+(?= {2,})/gm)).toEqual(ids);
    expect(stdout).toMatch(/^mutable-image-tag +off /m);
    expect(stdout).toMatch(/^schema\/type +info /m);
    expect(stdout).toContain(
      `${ids.length} rules and checks, 1 off.`.replace('1 off', stdout.match(/\d+ off/)?.[0] ?? ''),
    );
  });

  it('gives the same to programs', async () => {
    const { stdout } = await runCli(['rules', '--format', 'json'], folder);
    const list = JSON.parse(stdout) as {
      version: number;
      rules: { id: string; docs: string; why: string }[];
    };
    expect(list.rules.map(({ id }) => id)).toEqual(ids);
    expect(list.rules.every(({ docs, why }) => docs.startsWith('https://') && why !== '')).toBe(true);
  });

  it('lists the rules of plugins, which have no page', async () => {
    writeFileSync(
      path.join(folder, 'chartlint.config.mjs'),
      `const rule = { id: 'own', severity: 'error', recommended: true, docs: { summary: 'Own.', why: 'Why.' }, check() {} };
       export default { plugins: [{ name: 'acme', rules: [rule] }] };`,
    );
    expect((await runCli(['rules'], folder)).stdout).toMatch(/^acme\/own +error +Own\.$/m);
    const { stdout, exitCode } = await runCli(['explain', 'acme/own'], folder);
    expect([exitCode, stdout]).toEqual([0, 'acme/own (error, on by default)\n\nOwn.\n\nWhy.\n']);
  });

  it.each(ids)('explains %s, and links to a page that is there', async (id) => {
    const { stdout, exitCode } = await runCli(['explain', id], folder);
    expect(exitCode).toBe(0);
    const link = toolInfo.docs(id)!;
    expect(stdout).toContain(link);
    const page = path.join(root, link.replace(`${packageJson.homepage}/blob/main/`, ''));
    expect(existsSync(page), page).toBe(true);
    expect(readFileSync(page, 'utf8')).toContain(`# ${id}\n`);
  });

  it('suggests an id, and links to no page for one that nobody knows', async () => {
    const { stderr, exitCode } = await runCli(['explain', 'mutable-image-tags'], folder);
    expect([exitCode, stderr]).toEqual([
      2,
      'chartlint: No rule is called "mutable-image-tags". Did you mean "mutable-image-tag"?\n',
    ]);
    expect(toolInfo.docs('acme/own')).toBeUndefined();
  });

  it('says which charts have rules of their own when the one asked for has none', async () => {
    const { stderr, exitCode } = await runCli(['rules', '--chart', 'nothing'], folder);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('no rule is only about "nothing"');
  });
});
