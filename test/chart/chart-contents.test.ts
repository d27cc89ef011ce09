import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { chartDirectory } from '../../src/chart/chart-folder.ts';
import { diskFiles } from '../../src/files/disk-files.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'chartlint-contents-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

const CHART = 'apiVersion: v2\nname: x\nversion: 1.0.0\n';

it('lists what Helm loads: in order, links followed, without what .helmignore names and hidden templates', () => {
  write({
    'Chart.yaml': CHART,
    '.helmignore': '*.bak\n/docs/\n',
    'templates/b.yaml': '',
    'templates/.b.yaml.swp': '',
    'templates/a/c.yaml': '',
    'docs/readme.md': '',
    'conf/app.bak': '',
    'conf/app.toml': '\ufeffx',
    'charts/redis/Chart.yaml': CHART,
  });
  symlinkSync(path.join(folder, 'conf'), path.join(folder, 'linked'));
  symlinkSync(path.join(folder, 'nowhere'), path.join(folder, 'gone'));
  const { files: contents, brokenLinks } = chartDirectory(diskFiles, folder, 'shop').contents();
  expect(contents.map(({ name }) => name)).toEqual([
    '.helmignore',
    'Chart.yaml',
    'conf/app.toml',
    'linked/app.toml',
    'templates/a/c.yaml',
    'templates/b.yaml',
  ]);
  expect(brokenLinks).toEqual(['gone']);
  const file = contents.find(({ name }) => name === 'conf/app.toml');
  expect(file?.source.shown).toBe('shop/conf/app.toml');
  expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(file?.bytes())).toBe('x');
});

it('ignores files of charts below by the .helmignore at the top, and by theirs never', async () => {
  write({
    'Chart.yaml': CHART,
    '.helmignore': 'secret.txt\ncharts/old\n',
    'charts/old/Chart.yaml': CHART,
    'charts/redis/Chart.yaml': CHART,
    'charts/redis/.helmignore': 'notes.txt\n',
    'charts/redis/notes.txt': '',
    'charts/redis/secret.txt': '',
  });
  const all = await chartDirectory(diskFiles, folder, '').children();
  const children = all.flatMap((child) => ('problem' in child ? [] : [child]));
  expect(children.map(({ shown }) => shown)).toEqual(['charts/redis']);
  expect(children[0]?.contents().files.map(({ name }) => name)).toEqual([
    '.helmignore',
    'Chart.yaml',
    'notes.txt',
  ]);
});
