import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { withLazyDocs } from './lazy-docs.ts';
import { lazyYamlModule } from './lazy-yaml-parser.ts';

const LAZY_YAML = 'lazy-js-yaml.mjs';

/**
 * Copies the sources into a folder as the executable is made of them, and returns it: docs and examples of rules, and js-yaml, come
 * into being when a run asks for them, as in the program for Node (`writeProgram`), whose bundler does it by plugins.
 */
export function stageSources(root: string, folder: string): string {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const file of ['package.json', 'tsconfig.json'])
    cpSync(path.join(root, file), path.join(folder, file));
  symlinkSync(path.join(root, 'node_modules'), path.join(folder, 'node_modules'), 'junction');
  const src = path.join(folder, 'src');
  cpSync(path.join(root, 'src'), src, { recursive: true });
  for (const file of [...filesIn(path.join(src, 'rules')), path.join(src, 'generated', 'rule-heads.ts')]) {
    const lazy = withLazyDocs(readFileSync(file, 'utf8'), file);
    if (lazy !== undefined) writeFileSync(file, lazy);
  }
  const load = path.join(src, 'load');
  writeFileSync(path.join(load, LAZY_YAML), lazyYamlModule('js-yaml'));
  for (const file of filesIn(load)) {
    const code = readFileSync(file, 'utf8');
    const lazy = code.replaceAll(/ from 'js-yaml';$/gm, ` from './${LAZY_YAML}';`);
    if (lazy !== code) writeFileSync(file, lazy);
  }
  return folder;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => path.join(folder, file));
}
