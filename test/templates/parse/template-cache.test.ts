import { expect, it } from 'vitest';
import { TemplateCache } from '../../../src/templates/parse/template-cache.ts';

const HELM = { helm: 4, has: () => true } as const;

it('parses a text once for all files that hold it, each under its own name', () => {
  const cache = new TemplateCache();
  const text = '{{ define "name" }}x{{ end }}y';
  const [one, other] = ['a/_names.tpl', 'b/_names.tpl'].map((name) => cache.parse(name, text, HELM).trees);
  expect(one?.map(({ name, file }) => [name, file])).toEqual([
    ['name', 'a/_names.tpl'],
    ['a/_names.tpl', 'a/_names.tpl'],
  ]);
  expect(other?.map(({ name, file }) => [name, file])).toEqual([
    ['name', 'b/_names.tpl'],
    ['b/_names.tpl', 'b/_names.tpl'],
  ]);
  const read = cache.parseTolerantly(text);
  expect(read.map(({ name }) => name)).toEqual(['name', '']);
  expect(other?.map(({ root }) => root)).toEqual(one?.map(({ root }) => root));
  expect(read[0]?.root).toBe(one?.[0]?.root);
});

it('parses anew where the name of the file is a part of the text, and where Go refuses it', () => {
  const cache = new TemplateCache();
  const text = '{{ define "b" }}x{{ end }}y';
  expect(cache.parse('a', text, HELM).problem).toBeUndefined();
  expect(cache.parse('b', text, HELM).problem?.text).toContain('multiple definition of template "b"');
  expect(cache.parse('a', '{{ .x', HELM).problem?.text).toContain('template: a:1');
  expect(cache.parse('c', '{{ .x', HELM).problem?.text).toContain('template: c:1');
  expect(cache.parseTolerantly('{{ .x')).toHaveLength(1);
});
