import { readdirSync } from 'node:fs';
import path from 'node:path';

/** The text of `src/kubernetes/checks/registry.ts`: every check of the files in that folder. */
export function kubernetesRegistry(root: string): string {
  const names = readdirSync(path.join(root, 'src', 'kubernetes', 'checks'))
    .filter((file) => file.endsWith('.ts') && file !== 'registry.ts')
    .map((file) => file.slice(0, -'.ts'.length))
    .sort();
  const variable = (name: string): string =>
    name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return [
    "import type { ManifestCheck } from '../manifest-check.ts';",
    ...names.map((name) => `import { checks as ${variable(name)} } from './${name}.ts';`),
    '',
    '/** Every check of what the API server demands beyond types. */',
    'export const checks: readonly ManifestCheck[] = [',
    ...names.map((name) => `  ...${variable(name)},`),
    '];',
    '',
  ].join('\n');
}
