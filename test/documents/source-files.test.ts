import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { SourceFiles } from '../../src/documents/source-files.ts';
import { diskFiles } from '../../src/files/disk-files.ts';

const root = mkdtempSync(path.join(tmpdir(), 'chartlint sources-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));
const file = (name: string, text: string): string => {
  const absolute = path.join(root, name);
  writeFileSync(absolute, text);
  return absolute;
};

it('keeps the values of a file for as long as releases use it', () => {
  const [base, prod, test] = [file('base.yaml', 'a: 1\n'), file('prod.yaml', ''), file('test.yaml', '')];
  const sources = new SourceFiles({ cwd: root }, diskFiles);
  sources.expect([base, prod, base, test]);
  const first = sources.load(base);
  sources.load(prod);
  sources.drop([base, prod]);
  expect(sources.load(base)).toBe(first);
  expect([...sources.texts.keys()]).toEqual([base]);
  sources.drop([base, test]);
  expect(sources.texts.size).toBe(0);
  expect(sources.load(base)).not.toBe(first);
});

it('tells once what it has read', () => {
  const values = file('values.yaml', '# chartlint-disable-file\na: 1\n');
  const sources = new SourceFiles({ cwd: root }, diskFiles);
  sources.load(values);
  const { sources: read, comments } = sources.takeRead();
  expect([...read.values()]).toEqual([{ id: values, kind: 'file', shown: 'values.yaml' }]);
  expect(comments.get(values)).toHaveLength(1);
  expect(sources.takeRead().sources.size).toBe(0);
});
