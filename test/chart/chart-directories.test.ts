import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { ChartDirectories } from '../../src/chart/chart-directories.ts';
import { diskFiles } from '../../src/files/disk-files.ts';

const root = mkdtempSync(path.join(tmpdir(), 'chartlint charts-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

it('finds the closest chart at or above a file, up to the root of the repository', () => {
  mkdirSync(path.join(root, 'shop', 'env', 'eu'), { recursive: true });
  mkdirSync(path.join(root, 'shop', 'checkout', '.git'), { recursive: true });
  writeFileSync(path.join(root, 'shop', 'Chart.yaml'), 'name: shop\n');
  const directories = new ChartDirectories(diskFiles);
  const at = (...names: string[]): string | undefined => directories.find(path.join(root, 'shop', ...names));
  expect(at('env', 'eu', 'values.yaml')).toBe(path.join(root, 'shop'));
  expect(at('env', 'values.yaml')).toBe(path.join(root, 'shop'));
  expect(at('values.yaml')).toBe(path.join(root, 'shop'));
  expect(at('checkout', 'values.yaml')).toBeUndefined();
});
