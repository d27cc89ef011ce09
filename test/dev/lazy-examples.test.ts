import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { withLazyExamples } from '../../src/dev/lazy-examples.ts';

const folder = fileURLToPath(new URL('../../src/rules', import.meta.url));

it('finds the examples of every rule', () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /[\\/].+\.ts$/.test(file),
  );
  expect(files.length).toBeGreaterThan(100);
  for (const file of files) {
    const code = readFileSync(path.join(folder, file), 'utf8');
    const lazy = withLazyExamples(code, file);
    expect(lazy, file).toContain('\n  get examples() { return {\n');
    expect(lazy.length - code.length, file).toBe('get examples() { return ; }'.length - 'examples: '.length);
  }
});

it('refuses a file without any', () => {
  expect(() => withLazyExamples('export const rule = {};\n', 'a.ts')).toThrow('a.ts');
});
