import { expect, it } from 'vitest';
import { throughLauncher } from '../../src/dev/through-launcher.ts';

it('lets the launcher import, in code and nowhere else', () => {
  const code = [
    '// after 😀: import(x)',
    'const text = "await import(a)";',
    'exports.a = async (name) => [await import(name), import("jiti").then((one) => one)];',
  ].join('\n');
  expect(throughLauncher(code, 'a.cjs')).toBe(
    code
      .replace('[await import(name)', '[await importModule(name)')
      .replace('import("jiti")', 'importModule("jiti")'),
  );
});

it('changes nothing where nothing is imported', () => {
  expect(throughLauncher('exports.a = 1', 'a.cjs')).toBe('exports.a = 1');
});

it('names the chunk that it cannot read', () => {
  expect(() => throughLauncher('import(', 'a.cjs')).toThrow('a.cjs');
});
