import { createRequire } from 'node:module';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { lazyYamlParser } from '../../src/dev/lazy-yaml-parser.ts';

const USER = `
import { EVENT_ID, parseEvents, YAMLException } from 'js-yaml';
export const scalar = EVENT_ID.SCALAR;
export function read(text) {
  try { return parseEvents(text).length; } catch (error) { return error instanceof YAMLException; }
}`;

it('asks for js-yaml when a text is parsed, not before', async () => {
  const { outputFiles } = await build({
    stdin: { contents: USER, resolveDir: import.meta.dirname },
    bundle: true,
    write: false,
    format: 'cjs',
    external: ['js-yaml'],
    plugins: [lazyYamlParser()],
  });
  const asked: string[] = [];
  const real = createRequire(import.meta.url);
  const require = (name: string): unknown => {
    asked.push(name);
    return real(name);
  };
  const module = { exports: {} as { scalar: number; read(text: string): unknown } };
  new Function('require', 'module', outputFiles[0]!.text)(require, module);
  expect(module.exports.scalar).toBe(real('js-yaml').EVENT_ID.SCALAR);
  expect(asked).toEqual([]);
  expect(module.exports.read('a: 1')).toBe(real('js-yaml').parseEvents('a: 1').length);
  expect(module.exports.read('a: [')).toBe(true);
  expect(asked).toContain('js-yaml');
});
