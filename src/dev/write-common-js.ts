import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Writes `cjs/`, by which CommonJS requires the modules: every supported Node can load them so, but TypeScript asks for types of the same
 * kind as the file.
 */
export function writeCommonJs(dist: string, modules: readonly string[]): void {
  const folder = path.join(dist, 'cjs');
  mkdirSync(folder, { recursive: true });
  cpSync(path.join(dist, 'types'), path.join(folder, 'types'), { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "commonjs" }\n');
  for (const name of modules)
    writeFileSync(path.join(folder, `${name}.js`), `module.exports = require('../${name}.js');\n`);
}
