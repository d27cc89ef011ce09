import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { replayed, runKept } from './kept-cli.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'chartlint-shards-'));
afterAll(() => {
  for (const one of [folder, `${folder}-caches`]) rmSync(one, { recursive: true });
});

function write(name: string, text: string): void {
  mkdirSync(path.join(folder, name), { recursive: true });
  writeFileSync(path.join(folder, name, 'values.yaml'), text);
}

it('parts the releases anew when a file of another shard grows', async () => {
  for (const name of ['a', 'b', 'c', 'd']) write(name, `image:\n  tag: latest\n# ${name}\n`);
  const shard = ['--shard', '1/2', '--format', 'concise'];
  const lint = async (...more: string[]) => {
    const args = [...shard, ...more];
    return (more.length > 0 && replayed(args, folder)) || runKept(args, folder);
  };
  const before = await lint('--cache');
  expect(await lint('--cache')).toEqual(before);
  expect(before).toEqual(await lint());
  write('b', `image:\n  tag: latest\n# ${'x'.repeat(30_000)}\n`);
  const after = await lint('--cache');
  expect(after).toEqual(await lint());
  expect(after.stdout).not.toBe(before.stdout);
});
