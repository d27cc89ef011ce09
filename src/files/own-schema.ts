import { readFileSync } from 'node:fs';
import path from 'node:path';
import { packageRoot } from './package-root.ts';

/** The text of a schema that chartlint brings along, `config` or `report`. Read as a plain file: that of the executable lies inside of it. */
export function ownSchema(name: 'config' | 'report'): string {
  return readFileSync(path.join(packageRoot(), 'schemas', `${name}.schema.json`), 'utf8');
}
