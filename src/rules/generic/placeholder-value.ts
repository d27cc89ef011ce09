import { formatPath } from '../../model/format-path.ts';
import { toPointer } from '../../model/json-pointer.ts';
import { isUserLayer } from '../../model/layer.ts';
import { looksSecret } from '../../model/looks-secret.ts';
import type { Release } from '../../model/release.ts';
import { defineRule } from '../../model/rule.ts';
import type { ScalarRole } from '../../model/scalar-role.ts';
import { isPlaceholder } from '../placeholder-text.ts';
import { secretsWith } from '../secret-problem.ts';

/** Longer texts are prose, scripts or files, which may well speak of "your server". */
const LONGEST = 100;
/** Keys of texts for people. */
const PROSE = /description|message|comment|note|title|label|text|summary|help|subject|body|greeting|banner/i;

export const rule = defineRule({
  id: 'placeholder-value',
  severity: 'warning',
  recommended: true,
  about: 'rendered',
  production: 'error',
  docs: {
    summary:
      'A value is a placeholder from a README or a sample file: `changeme`, `your-domain.com`, `<token>`, `s.VAULT_TOKEN_HERE`.',
    why: 'Somebody meant to fill it in. The release installs all the same and then fails at the first login, request or certificate; as a password it is one that everybody knows. In production this is an error.',
    source: 'Samples in the READMEs of all five charts; overlays of HotSwap and OSSA.',
  },
  examples: {
    bad: [
      { values: 'vault:\n  address: https://vault.your-company.com\n' },
      { chart: 'hotswap', values: 'vault:\n  authMethod: token\n  token: s.VAULT_TOKEN_HERE\n' },
      { values: 'smtp:\n  user: <user>\n', environment: 'production' },
      { values: 'auth:\n  password: change-me\n' },
    ],
    good: [
      { values: 'vault:\n  address: https://vault.corp.net\n' },
      { values: 'ui:\n  welcomeMessage: Sign in with your company account\n' },
      { values: 'appName: todo\n' },
      { values: 'auth:\n  password: ""\n' },
    ],
  },
  *check(release) {
    const severity = release.roles.environment === 'production' ? 'error' : 'warning';
    for (const { path, active } of secretsWith(release, 'placeholder')) {
      if (!active) continue;
      yield {
        at: path,
        severity,
        problem: `${formatPath(path)} holds a placeholder from a sample`,
        why: 'The credential does not work, or is one that everybody knows.',
        help: 'Put a real one in its place, from a Secret if the chart takes one.',
      };
    }
    let secrets: Set<string> | undefined;
    for (const scalar of release.roles.scalars) {
      const { value } = scalar;
      if (typeof value !== 'string' || !isForgotten(value)) continue;
      const { path } = scalar;
      secrets ??= new Set(release.roles.secrets.map((secret) => toPointer(secret.path)));
      if (secrets.has(toPointer(path)) || !isUsers(release, path) || isProse(path)) continue;
      const shown = isSecretName(path)
        ? 'holds a placeholder from a sample'
        : `is "${value}", a placeholder from a sample`;
      yield {
        at: path,
        severity,
        problem: `${formatPath(path)} ${shown}`,
        why: 'What needs it will not work.',
        help: 'Put the real value in its place, or remove the line if it is not needed.',
      };
    }
  },
});

function isForgotten(value: string): boolean {
  if (value.length > LONGEST || !isPlaceholder(value) || value.includes('\n') || value.includes('{{'))
    return false;
  // An application may be called todo; a gap is written in capitals.
  return value !== 'todo' && value !== 'placeholder';
}

/** Defaults are not what somebody copied from a README. */
function isUsers(release: Release, path: ScalarRole['path']): boolean {
  const winner = release.values.layersSetting(path).at(-1);
  return winner !== undefined && isUserLayer(winner);
}

function isProse(path: ScalarRole['path']): boolean {
  const key = path.findLast((segment) => typeof segment === 'string');
  return typeof key === 'string' && PROSE.test(key);
}

function isSecretName(path: ScalarRole['path']): boolean {
  return path.some((segment) => typeof segment === 'string' && looksSecret(segment));
}
