import { afterEach, expect, it, vi } from 'vitest';
import { SourceFiles } from '../../src/documents/source-files.ts';
import { memoryFiles } from '../../src/files/memory-files.ts';
import { fileSource } from '../../src/model/source.ts';

afterEach(() => vi.unstubAllGlobals());

it.each([
  ['a usual file asks for none', 10, []],
  ['a long file asks for it', 40_000, [1]],
])('machine code: %s', (_, lines, expected) => {
  const asked: number[] = [];
  vi.stubGlobal('Bun', { unsafe: { setJITPolicy: (scale: number) => asked.push(scale) } });
  const sources = new SourceFiles({ cwd: '/' }, memoryFiles(new Map()));
  const text = Array.from({ length: lines }, (_, i) => `k${i}: x\n`).join('');
  sources.add(fileSource('values.yaml', '/values.yaml'), text);
  expect(asked).toEqual(expected);
});
