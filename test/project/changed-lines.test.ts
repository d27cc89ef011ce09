import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changedLines } from '../../src/project/changed-lines.ts';
import { runCli } from '../run-cli.ts';

const root = mkdtempSync(path.join(tmpdir(), 'chartlint-lines-'));
const ENV = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };
const BEFORE =
  'image:\n  repository: shop/api\n  tag: latest\nsidecar:\n  repository: shop/log\n  tag: "1.2"\n';

function git(...args: string[]): void {
  const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example'];
  execFileSync('git', [...identity, ...args], { cwd: root, stdio: 'pipe', env: { ...process.env, ...ENV } });
}

function write(name: string, text: string): void {
  writeFileSync(path.join(root, name), text);
}

beforeAll(() => {
  git('init', '-q', '-b', 'main');
  write('values.yaml', BEFORE);
  git('add', '.');
  git('commit', '-qm', 'before');
});
afterAll(() => rmSync(root, { recursive: true }));

const lint = async (...args: string[]): Promise<{ found: string[]; summary: string; exitCode: number }> => {
  const { stdout, stderr, exitCode } = await runCli([...args, '--format', 'concise'], root);
  const lines = `${stdout}${stderr}`.trim().split('\n');
  return { found: lines.slice(0, -1), summary: lines.at(-1) ?? '', exitCode };
};

describe('changedLines', () => {
  it.each([
    ['a changed line', '@@ -2 +2 @@\n-  a: 1\n+  a: 2\n', [2], false],
    ['added lines', '@@ -2,0 +3,2 @@\n+  b: 1\n+  c: 1\n', [3, 4], false],
    ['a line that is gone, by the keys around it', '@@ -3 +2,0 @@\n-  b: 1\n', [1], false],
    ['a line that nothing encloses', '@@ -3 +2,0 @@\n-b: 1\n', [], true],
  ])('knows %s', (_, diff, lines, whole) => {
    const found = changedLines(diff, 'x:\n  a: 1\n  c: 1\n  d: 1\n');
    expect([...found.lines]).toEqual(lines);
    expect(found.whole).toBe(whole);
  });
});

describe('--changed-lines', () => {
  it('reports what changed lines cause, and counts the rest', async () => {
    write('values.yaml', BEFORE.replace('"1.2"', 'latest'));
    const { found, summary, exitCode } = await lint('--changed-lines', '--rule', 'mutable-image-tag=error');
    expect(found).toEqual([expect.stringMatching(/^values\.yaml:6:8: error .*shop\/log/)]);
    expect(summary).toContain('left out by --changed-lines.');
    expect(exitCode).toBe(1);
  });

  it('passes when only lines changed that cause nothing', async () => {
    write('values.yaml', `${BEFORE}replicas: 3\n`);
    const { found, exitCode } = await lint('--changed-lines', '--rule', 'mutable-image-tag=error');
    expect(found).toEqual([]);
    expect(exitCode).toBe(0);
  });

  it('reports all of a file that is new', async () => {
    write('values.yaml', BEFORE);
    write('values-new.yaml', BEFORE);
    const { found } = await lint('--changed-lines');
    expect(found.filter((line) => line.startsWith('values-new.yaml:3:8: '))).toHaveLength(1);
    rmSync(path.join(root, 'values-new.yaml'));
  });

  it('goes with nothing that changes files', async () => {
    const { summary, exitCode } = await lint('--changed-lines', '--fix');
    expect([summary, exitCode]).toEqual(['chartlint: run chartlint --help for the flags', 2]);
  });
});
