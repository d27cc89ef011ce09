import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { diskFiles } from '../../src/files/disk-files.ts';
import { readRefusal } from '../../src/files/read-refusal.ts';
import { readText } from '../../src/files/read-text.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'chartlint reading-'));
afterAll(() => rmSync(folder, { recursive: true }));
const at = (...names: string[]): string => path.join(folder, ...names);
const root = at('project');
mkdirSync(at('project', 'sub'), { recursive: true });
writeFileSync(at('project', 'a.json'), '{}');
writeFileSync(at('secret'), 'token');
writeFileSync(at('project-other'), '');
symlinkSync(at('secret'), at('project', 'leads-out.json'));
symlinkSync('a.json', at('project', 'leads-in.json'));
symlinkSync(folder, at('project', 'up'));
symlinkSync('nowhere', at('project', 'broken'));
writeFileSync(at('project', 'huge.json'), '');
// Takes no place on the disk.
truncateSync(at('project', 'huge.json'), 5 * 1024 ** 3);

it.each([
  ['a.json', undefined],
  ['leads-in.json', undefined],
  ['sub/../a.json', undefined],
  ['../project/a.json', undefined],
  ['leads-out.json', 'outside'],
  ['../secret', 'outside'],
  ['up/secret', 'outside'],
  ['up/project/a.json', undefined],
  ['../project-other', 'outside'],
  ['broken', 'missing'],
  ['none.json', 'missing'],
  ['sub', 'no file'],
  ['huge.json', 'too large'],
])('may "%s" be read: %s', (name, refusal) => {
  expect(readRefusal(diskFiles, path.join(root, name), [root])).toBe(refusal);
});

it.skipIf(process.platform === 'win32')('reads no pipe and no device that what is linted names', () => {
  execFileSync('mkfifo', [at('project', 'pipe')]);
  expect(readRefusal(diskFiles, at('project', 'pipe'), [root])).toBe('no file');
  expect(readRefusal(diskFiles, '/dev/zero', ['/dev'])).toBe('no file');
});

it('reads nothing of a file that is too large', () => {
  const reason = 'it is too large (limit "fileBytes")';
  const problem = `"huge.json" cannot be read: ${reason}`;
  expect(readText(diskFiles, at('project', 'huge.json'), 'huge.json')).toEqual({ problem, reason });
});
