import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it } from 'vitest';
import { stageSources } from '../../src/dev/stage-sources.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'chartlint-stage-'));
afterEach(() => rmSync(folder, { recursive: true }));

it('makes docs of rules late, and asks for js-yaml when a text is parsed', () => {
  const staged = stageSources(fileURLToPath(new URL('../..', import.meta.url)), path.join(folder, 'staged'));
  const read = (file: string): string => readFileSync(path.join(staged, 'src', file), 'utf8');
  expect(read('rules/generic/dead-value.ts')).toContain('get docs()');
  expect(read('generated/rule-heads.ts')).toContain('get docs()');
  const load = readdirSync(path.join(staged, 'src', 'load'), { recursive: true, encoding: 'utf8' });
  const importing = load.filter((file) => file.endsWith('.ts') && read(`load/${file}`).includes("'js-yaml'"));
  expect(importing).toEqual([]);
  expect(read('load/read-events.ts')).toContain("from './lazy-js-yaml.mjs'");
  expect(read('load/lazy-js-yaml.mjs')).toContain('require("js-yaml").parseEvents');
});
