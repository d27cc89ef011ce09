import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { packedChart } from '../../src/dev/packed-chart.ts';
import { runCli } from '../run-cli.ts';

const CHART = 'apiVersion: v2\nname: shop\nversion: 1.0.0\n';
const BELOW = { 'Chart.yaml': 'apiVersion: v2\nname: sub\nversion: 1.0.0\n' };
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** A chart with the file `charts/sub.tgz`, and a mistake of its own. */
function chartWith(packed: Uint8Array): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'chartlint-archive-'));
  folders.push(folder);
  mkdirSync(path.join(folder, 'charts'));
  writeFileSync(path.join(folder, 'Chart.yaml'), CHART);
  writeFileSync(path.join(folder, 'values.yaml'), 'port: none\n');
  writeFileSync(
    path.join(folder, 'values.schema.json'),
    '{ "properties": { "port": { "type": "integer" } } }',
  );
  writeFileSync(path.join(folder, 'charts', 'sub.tgz'), packed);
  return folder;
}

const whole = packedChart('sub', BELOW);

/** Files of zeros that hold so many MiB together. */
function zeros(mebibytes: number): Record<string, Uint8Array> {
  return Object.fromEntries(
    Array.from({ length: mebibytes }, (_, i) => [`zeros${i}`, new Uint8Array(1 << 20)]),
  );
}

describe('an archive in charts/', () => {
  it.each<[string, Uint8Array, RegExp]>([
    ['of random bytes', Buffer.from('no gzip at all'), /no gzip archive/],
    ['that is empty', new Uint8Array(), /no gzip archive/],
    ['that is cut off', whole.subarray(0, whole.length - 20), /no gzip archive/],
    [
      'with a byte turned',
      whole.map((byte, i) => (i === 60 ? byte ^ 0xff : byte)),
      /no gzip archive|no tar archive/,
    ],
    ['of text', gzipSync('some text'), /no tar archive/],
    ['without a Chart.yaml', packedChart('sub', { 'values.yaml': 'a: 1\n' }), /without a Chart\.yaml/],
    ['that unpacks to too much', packedChart('sub', { ...BELOW, ...zeros(101) }), /"archiveBytes"/],
    [
      'with a file that is larger than Helm allows',
      packedChart('sub', { ...BELOW, zeros: new Uint8Array((5 << 20) + 1) }),
      /"archiveFileBytes"/,
    ],
    [
      'of too many files',
      packedChart('sub', {
        ...BELOW,
        ...Object.fromEntries(Array.from({ length: 20_001 }, (_, i) => [`f${i}`, ''])),
      }),
      /"archiveFiles"/,
    ],
    [
      'of archives that are too much together',
      packedChart('sub', {
        ...BELOW,
        ...Object.fromEntries(
          ['a', 'b'].map((name) => [
            `charts/${name}.tgz`,
            packedChart(name, {
              'Chart.yaml': BELOW['Chart.yaml'].replace('sub', name),
              ...zeros(60),
            }),
          ]),
        ),
      }),
      /"archiveBytes".*b\.tgz/,
    ],
  ])('%s is reported, and all else as well', async (_name, packed, said) => {
    const { exitCode, stdout, stderr } = await runCli(['--format', 'concise'], chartWith(packed));
    expect(stdout).toMatch(said);
    expect(stdout).toContain('schema/type');
    expect(exitCode).toBe(1);
    expect(stderr).not.toContain('bug in chartlint');
  });

  const tar = gunzipSync(whole);
  it.each<[string, Uint8Array]>([
    ['whole', whole],
    [
      'with the largest file that Helm allows',
      packedChart('sub', { ...BELOW, zeros: new Uint8Array(5 << 20) }),
    ],
    // Helm looks at nothing behind the end.
    ['with very much behind its end', gzipSync(Buffer.concat([tar, Buffer.alloc(120 << 20)]))],
    ['without its end', gzipSync(tar.subarray(0, tar.length - 1024))],
  ])('is read when it is %s', async (_name, packed) => {
    const { stdout } = await runCli(['--format', 'concise'], chartWith(packed));
    expect(stdout).not.toMatch(/chart\/(?:unreadable|limit|failed)/);
  });
});

describe('charts without end', () => {
  it('in a circle of dependencies are counted', async () => {
    const folder = chartWith(whole);
    const dependencies = ['a', 'b', 'c']
      .map((alias) => `  - { name: shop, alias: ${alias}, version: 1.0.0, repository: "file://." }\n`)
      .join('');
    writeFileSync(path.join(folder, 'Chart.yaml'), `${CHART}dependencies:\n${dependencies}`);
    const { stdout } = await runCli(['--format', 'concise'], folder);
    expect(stdout).toMatch(/more than 200 charts lie below this one.*\(limit "charts"\)/i);
    expect(stdout).toContain('schema/type');
  });

  it.skipIf(process.platform === 'win32')('behind links are refused as Helm does', async () => {
    const folder = chartWith(whole);
    mkdirSync(path.join(folder, 'templates'));
    writeFileSync(path.join(folder, 'values.schema.json'), '{}');
    for (const name of ['a', 'b', 'c']) symlinkSync('..', path.join(folder, 'templates', name));
    const { stdout, stderr } = await runCli(['render', '--chart', '.'], folder);
    expect(stdout + stderr).toContain('error evaluating symlink');
    expect((await runCli([], folder)).stderr).toBe('');
  });
});
