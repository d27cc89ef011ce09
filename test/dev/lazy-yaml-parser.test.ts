import { createRequire } from 'node:module';
import { rolldown } from 'rolldown';
import { expect, it } from 'vitest';
import { lazyYamlParser } from '../../src/dev/lazy-yaml-parser.ts';

const USER = `
import { EVENT_ID, parseEvents, YAMLException } from 'js-yaml';
export const scalar = EVENT_ID.SCALAR;
export function read(text) {
  try { return parseEvents(text).length; } catch (error) { return error instanceof YAMLException; }
}`;

it('asks for js-yaml when a text is parsed, not before', async () => {
  const bundle = await rolldown({
    input: 'user',
    plugins: [
      {
        name: 'user',
        resolveId: (id) => (id === 'user' ? id : undefined),
        load: (id) => (id === 'user' ? USER : undefined),
      },
      lazyYamlParser(),
    ],
    platform: 'node',
  });
  const { output } = await bundle.generate({ format: 'cjs' });
  await bundle.close();
  const asked: string[] = [];
  const real = createRequire(import.meta.url)('js-yaml');
  const require = (name: string): unknown => {
    asked.push(name);
    return real;
  };
  const module = { exports: {} as { scalar: number; read(text: string): unknown } };
  new Function('require', 'module', 'exports', output[0].code)(require, module, module.exports);
  expect(module.exports.scalar).toBe(real.EVENT_ID.SCALAR);
  expect(asked).toEqual([]);
  expect(module.exports.read('a: 1')).toBe(real.parseEvents('a: 1').length);
  expect(module.exports.read('a: [')).toBe(true);
  expect(new Set(asked)).toEqual(new Set(['./js-yaml.cjs']));
});
