import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { createTar } from 'nanotar';
import { afterAll, describe, expect, it } from 'vitest';
import { runCli } from '../run-cli.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A folder with these files, in another folder that has `outside.json`. */
function project(files: Record<string, string>): string {
  const parent = mkdtempSync(path.join(tmpdir(), 'chartlint-schemas-'));
  folders.push(parent);
  writeFileSync(path.join(parent, 'outside.json'), '{"type": "integer"}');
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(parent, 'project', name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return path.join(parent, 'project');
}

const CHART = {
  'Chart.yaml': 'apiVersion: v2\nname: shop\nversion: 1.0.0\n',
  'values.yaml': 'port: x\n',
};
const refersTo = (file: string): string => JSON.stringify({ properties: { port: { $ref: file } } });

async function findings(cwd: string, ...args: string[]): Promise<string[]> {
  const { stdout, stderr } = await runCli([...args, '--format', 'json'], cwd);
  if (stderr !== '') return [stderr];
  const report = JSON.parse(stdout) as { findings: { rule: string; file: string; message: string }[] };
  return report.findings.map(({ rule, file, message }) => `${file} ${rule} ${message}`);
}

/** The same as for a file that is missing. */
const OUTSIDE = /schema\/unresolved-reference .*, which is not in the chart or below the working directory/;

describe('what a schema may refer to', () => {
  it('reads a file beside it, and one behind a symbolic link inside', async () => {
    const cwd = project({
      ...CHART,
      'values.schema.json': refersTo('link.json'),
      'parts/port.json': '{"type": "integer"}',
    });
    symlinkSync(path.join(cwd, 'parts', 'port.json'), path.join(cwd, 'link.json'));
    expect(await findings(cwd, 'values.yaml')).toContainEqual(
      expect.stringContaining('values.yaml schema/type'),
    );
  });

  it.each(['../outside.json', 'link.json', 'linked/outside.json', '%2e%2e/outside.json'])(
    'does not read %s outside',
    async (reference) => {
      const cwd = project({ ...CHART, 'values.schema.json': refersTo(reference) });
      symlinkSync(path.join(cwd, '..', 'outside.json'), path.join(cwd, 'link.json'));
      symlinkSync(path.join(cwd, '..'), path.join(cwd, 'linked'));
      const found = await findings(cwd, 'values.yaml');
      expect(found).toEqual([expect.stringMatching(OUTSIDE)]);
    },
  );

  it('does not read an absolute path outside', async () => {
    const cwd = project({ ...CHART, 'values.schema.json': refersTo('file:///etc/hostname') });
    expect(await findings(cwd, 'values.yaml')).toEqual([expect.stringMatching(OUTSIDE)]);
  });

  it('reads what lies in the chart when the working directory is elsewhere', async () => {
    const chart = Object.fromEntries(
      Object.entries(CHART).map(([name, text]) => [`deploy/shop/${name}`, text]),
    );
    const cwd = project({
      ...chart,
      'deploy/shop/values.schema.json': refersTo('port.json'),
      'deploy/shop/port.json': '{"type": "integer"}',
      'elsewhere/a.txt': '',
    });
    const found = await findings(path.join(cwd, 'elsewhere'), '../deploy/shop/values.yaml');
    expect(found).toContainEqual(expect.stringContaining('deploy/shop/values.yaml schema/type'));
  });

  it('stays in the archive of a packed subchart', async () => {
    const packed = createTar([
      { name: 'cache/Chart.yaml', data: 'apiVersion: v2\nname: cache\nversion: 1.0.0\n' },
      {
        name: 'cache/values.schema.json',
        data: JSON.stringify({ allOf: [{ $ref: 'parts/p.json' }, { $ref: '../../../outside.json' }] }),
      },
      { name: 'cache/parts/p.json', data: '{"properties": {"port": {"type": "integer"}}}' },
    ]);
    const cwd = project({ ...CHART, 'values.yaml': 'cache:\n  port: x\n' });
    mkdirSync(path.join(cwd, 'charts'));
    writeFileSync(path.join(cwd, 'charts', 'cache-1.0.0.tgz'), gzipSync(packed));
    const found = await findings(cwd, 'values.yaml');
    expect(found).toContainEqual(
      expect.stringMatching(/^values.yaml schema\/type in the values of subchart cache/),
    );
    expect(found).toContainEqual(
      expect.stringMatching(
        /^charts\/cache-1\.0\.0\.tgz:cache\/values\.schema\.json schema\/unresolved-reference .*outside\.json", which is not in/,
      ),
    );
  });
});
