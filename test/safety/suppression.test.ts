import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { actionArguments } from '../../src/action/action-arguments.ts';
import { type CliRun, runCli } from '../run-cli.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'chartlint-safe-'));
  mkdirSync(path.join(folder, '.git'));
});

afterEach(() => rmSync(folder, { recursive: true }));

function lint(text: string, config = '', ...args: string[]): Promise<CliRun> {
  writeFileSync(path.join(folder, '.chartlint.yaml'), `rules: { chart/unknown: off }\n${config}`);
  return runCli(['-', '--format', 'concise', ...args], folder, { readStdin: async () => text });
}

const TAG = 'image: { repository: a/b, tag: latest }';
const HIDDEN: readonly string[] = [
  `# chartlint-disable-file\n${TAG}\n`,
  `# chartlint-disable-file mutable-image-tag -- why\n${TAG}\n`,
  `# chartlint-disable\n${TAG}\n# chartlint-enable\n`,
  `# chartlint-disable-next-line mutable-image-tag\n${TAG}\n`,
  `${TAG} # chartlint-disable-line\n`,
];

describe('a comment', () => {
  it('does not hide that its file cannot be read', async () => {
    const { exitCode, stdout } = await lint('# chartlint-disable-file\na: [\n');
    expect(exitCode).toBe(1);
    expect(stdout).toContain('yaml/');
  });

  it.each(HIDDEN)('hides, and hides nothing with --no-inline-config: %j', async (text) => {
    expect((await lint(text)).stdout).not.toContain('mutable-image-tag');
    const { stdout } = await lint(text, '', '--no-inline-config');
    expect(stdout).toContain('[mutable-image-tag]');
    // Comments that count for nothing are no mistakes.
    expect(stdout).not.toContain('suppression/');
  });

  it.each(HIDDEN)('hides no rule that the configuration keeps from comments: %j', async (text) => {
    expect((await lint(text, 'commentsMayNotHide: [mutable-image-tag]\n')).stdout).toContain(
      '[mutable-image-tag]',
    );
    expect((await lint(text, 'commentsMayNotHide: ["*"]\n')).stdout).toContain('[mutable-image-tag]');
    expect((await lint(text, 'commentsMayNotHide: [secret-inline]\n')).stdout).not.toContain(
      'mutable-image-tag',
    );
  });

  it('is told that it may not hide what it names', async () => {
    const { stdout } = await lint(
      `${TAG} # chartlint-disable-line mutable-image-tag\n`,
      'commentsMayNotHide: [mutable-image-tag]\n',
      '--format',
      'pretty',
    );
    expect(stdout).toContain('"# chartlint-disable-line mutable-image-tag" hides nothing');
    expect(stdout).toContain('The configuration lets no comment hide it.');
  });
});

it('refuses names of no rule in the list', async () => {
  const { exitCode, stdout, stderr } = await lint('a: 1\n', 'commentsMayNotHide: [mutable-image-tags]\n');
  expect(stdout + stderr).toContain('No rule is called "mutable-image-tags"');
  expect(exitCode).toBe(2);
});

it('is an input of the Action', () => {
  const inputs: Readonly<Record<string, string>> = { 'inline-config': 'false' };
  expect(actionArguments((name) => inputs[name] ?? '', '')).toContain('--no-inline-config');
  expect(actionArguments(() => '', '')).not.toContain('--no-inline-config');
});
