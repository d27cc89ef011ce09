import { readdirSync } from 'node:fs';
import path from 'node:path';

/**
 * The text of `src/recognize/role-table.ts`: a line for each file of `src/recognize/roles/`, whose name is that of the role:
 * `pod-names.ts` exports `recognizePodNames`, and the role is `podNames` of `Roles`.
 */
export function roleTable(root: string): string {
  const files = readdirSync(path.join(root, 'src', 'recognize', 'roles')).filter((file) =>
    file.endsWith('.ts'),
  );
  const roles = files.sort().map((file) => {
    const [first = '', ...words] = path.basename(file, '.ts').split('-');
    const role = [first, ...words.map(capital)].join('');
    return { file, role, recognizer: `recognize${capital(role)}` };
  });
  return [
    ...roles.map(({ file, recognizer }) => `import { ${recognizer} } from './roles/${file}';`),
    "import type { RoleTable } from './values-view.ts';",
    '',
    '/** Every role with what recognizes it. */',
    'export const roleTable: RoleTable = {',
    ...roles.map(({ role, recognizer }) => `  ${role}: ${recognizer},`),
    '};',
    '',
  ].join('\n');
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
