import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fastGlob from 'fast-glob';
import { afterAll, describe, expect, it } from 'vitest';
import { walkValuesFiles } from '../../src/chart/walk-values-files.ts';
import { diskFiles } from '../../src/files/disk-files.ts';

const root = mkdtempSync(path.join(tmpdir(), 'chartlint walk-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const NAMES = [
  'values.yaml',
  'values.yml',
  'values.json',
  'Values.yaml',
  'values-.yaml',
  'values-prod.yaml',
  'values.prod.eu.yml',
  'valuesprod.yaml',
  '-values.yaml',
  '.values.yaml',
  'prod-values.yaml',
  'prod.values.yml',
  'prodvalues.yaml',
  'prod.yaml',
  'values.schema.yaml',
  'values.yaml.bak',
  'values-a b.yaml',
];
const FOLDERS = [
  '',
  'app',
  'values',
  'app/values',
  'values/deep',
  '.hidden',
  'node_modules/x',
  'templates',
  'a/vendor',
];

for (const folder of FOLDERS) {
  mkdirSync(path.join(root, folder), { recursive: true });
  for (const name of NAMES) writeFileSync(path.join(root, folder, name), '');
}
symlinkSync(path.join(root, 'app'), path.join(root, 'linked'));
symlinkSync(path.join(root, 'values.yaml'), path.join(root, 'values-linked.yaml'));

describe('walkValuesFiles', () => {
  it('finds what the documented patterns match', async () => {
    const matched = await fastGlob(
      [
        '**/values.{yaml,yml}',
        '**/values{-,.,_}*.{yaml,yml}',
        '**/*{-,.,_}values.{yaml,yml}',
        '**/values/**/*.{yaml,yml}',
      ],
      {
        cwd: root,
        absolute: true,
        followSymbolicLinks: false,
        ignore: ['**/node_modules/**', '**/templates/**', '**/vendor/**', '**/*.schema.{yaml,yml}'],
      },
    );
    expect(walkValuesFiles(diskFiles, root).sort()).toEqual(matched.sort());
    expect(matched.length).toBeGreaterThan(20);
  });

  it('leaves out charts that were copied into another one, not a folder that is merely called charts', () => {
    for (const folder of ['umbrella/charts/redis', 'group/charts/shop']) {
      mkdirSync(path.join(root, folder), { recursive: true });
      writeFileSync(path.join(root, folder, 'values.yaml'), '');
    }
    writeFileSync(path.join(root, 'umbrella', 'Chart.yaml'), 'name: umbrella\n');
    expect(walkValuesFiles(diskFiles, path.join(root, 'umbrella'))).toEqual([]);
    expect(walkValuesFiles(diskFiles, path.join(root, 'group'))).toEqual([
      path.join(root, 'group', 'charts', 'shop', 'values.yaml'),
    ]);
  });

  it('finds nothing in a folder that is not there', () => {
    expect(walkValuesFiles(diskFiles, path.join(root, 'missing'))).toEqual([]);
  });
});
