import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { diskFiles } from '../../src/files/disk-files.ts';
import { FactRecorder } from '../../src/files/fact-recorder.ts';
import type { FileSystem } from '../../src/files/file-system.ts';
import { memoryFiles } from '../../src/files/memory-files.ts';
import { overlayFiles } from '../../src/files/overlay-files.ts';

const root = mkdtempSync(path.join(tmpdir(), 'chartlint files-'));
afterAll(() => rmSync(root, { recursive: true }));

const TEXTS: Readonly<Record<string, string>> = {
  'values.yaml': 'a: ä\n',
  'chart/Chart.yaml': '\uFEFFname: shop\n',
  'chart/charts/redis/values.yaml': '',
};
const at = (name: string): string => path.join(root, name);
for (const [name, text] of Object.entries(TEXTS)) {
  mkdirSync(path.dirname(at(name)), { recursive: true });
  writeFileSync(at(name), text);
}
const entries = Object.entries(TEXTS).map(([name, text]) => [at(name), text] as const);
const [first, ...rest] = entries;

/** All that a file system says about the places below the root, and about some that are not there. */
function answers(files: FileSystem): unknown {
  const attempt = (ask: () => unknown): unknown => {
    try {
      return ask();
    } catch (error) {
      return (error as NodeJS.ErrnoException).code;
    }
  };
  const names = [
    '',
    'chart',
    'chart/charts',
    'chart/charts/redis',
    'none',
    'none/deep',
    ...Object.keys(TEXTS),
  ];
  return names.map((name) => {
    const file = path.join(root, name);
    const kind = files.kind(file);
    return {
      name,
      kind,
      exists: files.exists(file),
      size: kind === 'file' ? files.size(file) : 0,
      text: attempt(() => files.readText(file)),
      bytes: attempt(() => Buffer.from(files.read(file)).toString('hex')),
      list: attempt(() =>
        files
          .list(file)
          .map((entry) => `${entry.name} ${entry.isDirectory()} ${entry.isFile()} ${entry.isSymbolicLink()}`)
          .sort(),
      ),
      real: attempt(() => files.real(file)),
    };
  });
}

describe('file systems', () => {
  const onDisk = answers(diskFiles);

  it.each<[string, FileSystem]>([
    ['memory', memoryFiles(entries)],
    ['texts over memory', overlayFiles(memoryFiles([...rest, [first![0], 'other']]), [first!])],
    ['texts over the disk', overlayFiles(diskFiles, entries)],
    ['a recorder', new FactRecorder(diskFiles)],
    ['a recorder over texts', new FactRecorder(overlayFiles(memoryFiles(rest), [first!]))],
  ])('%s answers as the disk does', (_, files) => {
    expect(answers(files)).toEqual(onDisk);
  });

  it('forgets folders that hold nothing any more', () => {
    const files = memoryFiles(entries);
    files.remove(at('chart/charts/redis/values.yaml'));
    expect([files.kind(at('chart/charts')), files.kind(at('chart'))]).toEqual(['none', 'folder']);
  });
});

describe('what is shared', () => {
  it('is loaded again when something that it depends on changed, and only then', async () => {
    const memory = memoryFiles([
      ['/a', '1'],
      ['/b', '2'],
    ]);
    const files = new FactRecorder(memory);
    const loads: string[] = [];
    const load = (file: string): (() => string) =>
      files.shared(() => {
        loads.push(file);
        return files.readText(file);
      });
    const a = load('/a');
    const b = load('/b');
    const both = files.shared(async () => `${a()}${b()}${files.exists('/c')}`);
    expect(await both()).toBe('12false');
    memory.write('/a', '3');
    files.change(['/a']);
    expect(await both()).toBe('32false');
    // Touched, and still the same.
    files.change(['/b']);
    expect(await both()).toBe('32false');
    memory.write('/c', '');
    files.change(['/c']);
    expect(await both()).toBe('32true');
    expect(loads).toEqual(['/a', '/b', '/a']);
  });

  it('tells what a part of a run depends on, through what is shared', async () => {
    const files = new FactRecorder(memoryFiles([['/a', '1']]));
    const a = files.shared(() => files.readText('/a'));
    const { asked } = await files.part(async () => [a(), files.exists('/b')]);
    expect(asked.facts.map(([ask, file]) => `${ask} ${file}`).sort()).toEqual(['content /a', 'kind /b']);
  });
});
