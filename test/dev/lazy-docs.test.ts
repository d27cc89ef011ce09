import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { withLazyProperties } from '../../src/dev/lazy-docs.ts';

const folder = fileURLToPath(new URL('../../src/rules', import.meta.url));

it('finds the texts and the examples of every rule', () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /[\\/].+\.ts$/.test(file),
  );
  expect(files.length).toBeGreaterThan(100);
  for (const file of files) {
    const code = readFileSync(path.join(folder, file), 'utf8');
    const lazy = withLazyProperties(code, file, ['docs', 'examples']);
    expect(lazy, file).toContain('\n  get docs() { return {\n');
    expect(lazy, file).toContain('\n  get examples() { return {\n');
    expect(lazy.length - code.length, file).toBe(2 * ('get () { return ; }'.length - ': '.length));
  }
});

it('refuses a file without any', () => {
  expect(() => withLazyProperties('export const rule = {};\n', 'a.ts', ['docs'])).toThrow('a.ts');
});
