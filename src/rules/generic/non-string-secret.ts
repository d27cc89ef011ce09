import { formatPath } from '../../model/format-path.ts';
import { looksSecret } from '../../model/looks-secret.ts';
import type { Release } from '../../model/release.ts';
import { defineRule } from '../../model/rule.ts';
import type { ValuesPath } from '../../model/values-path.ts';
import { fitsPattern } from '../fits-pattern.ts';
import { sourceText } from '../source-text.ts';

export const rule = defineRule({
  id: 'non-string-secret',
  severity: 'error',
  recommended: true,
  about: 'rendered',
  yieldsTo: ['schema/type'],
  docs: {
    summary: 'A password, token or key is a number or a boolean because it is not quoted.',
    why: 'Charts put credentials through `b64enc`, which takes texts only: rendering stops with "wrong type for value; expected string". Where a chart quotes it instead, 007 has become 7 and a long number 1.2e+11 before that.',
    source:
      'Helm issues 2434 and 3260; Sprig, b64enc; HotSwap 1.0.0: templates/secret.yaml; measured with Helm 3.21.4 and 4.2.4.',
  },
  examples: {
    bad: [
      {
        values: 'auth:\n  password: 12345678\n',
        defaults: 'auth:\n  password: ""\n',
        templates: ['password: {{ .Values.auth.password | b64enc | quote }}'],
      },
      { chart: 'hotswap', values: 'vault:\n  token: 123456\n' },
      { values: 'auth:\n  password: 0123\n', defaults: 'auth:\n  password: ""\n' },
    ],
    good: [
      { values: 'auth:\n  password: "12345678"\n', defaults: 'auth:\n  password: ""\n' },
      {
        values: 'auth:\n  password: 12345678\n',
        defaults: 'auth:\n  password: ""\n',
        templates: ['password: {{ .Values.auth.password | toString | b64enc }}'],
      },
      { values: 'auth:\n  tokenExpirySeconds: 3600\n' },
      { values: 'rbac:\n  token: false\n', defaults: 'rbac:\n  token: true\n' },
    ],
  },
  *check(release) {
    const mayEncode = release.chart?.templates !== undefined || release.chart?.name === 'hotswap';
    for (const scalar of release.roles.scalars) {
      const { value } = scalar;
      if (typeof value === 'string' || !(mayEncode || isSecretName(scalar.key))) continue;
      const { path } = scalar;
      const certain = mayEncode && isEncoded(release, path);
      if (!certain && !isSecret(release, path, value)) continue;
      const source = sourceText(release, path);
      if (source === undefined || /^["'*|>]/.test(source)) continue;
      const kind = typeof value === 'number' ? 'number' : 'boolean';
      yield {
        at: path,
        severity: certain ? 'error' : 'warning',
        ...(certain
          ? {
              problem: `${formatPath(path)} is a ${kind} because it is not quoted, and the chart encodes it with b64enc, which takes texts only`,
              why: 'Rendering fails.',
              help: 'Quote it.',
            }
          : {
              problem: `${formatPath(path)} is a ${kind} because it is not quoted`,
              why: 'A chart that encodes it with b64enc fails to render, and others may print it in another way than it is written.',
              help: 'Quote it.',
            }),
        fix: { title: 'Quote the value', safe: true, replace: [{ at: path, text: `"${source}"` }] },
      };
    }
  },
});

function isEncoded(release: Release, path: ValuesPath): boolean {
  if (release.chart?.templates?.usesOf(path).has('encode') === true) return true;
  // HotSwap's templates encode every secret; their text is not at hand when only its profile is known.
  const { chart } = release;
  return (
    chart?.name === 'hotswap' &&
    chart.annotations.some(
      ({ pattern, annotation }) => annotation.secret === true && fitsPattern(path, pattern),
    )
  );
}

function isSecretName(key: string | number | undefined): boolean {
  return typeof key === 'string' && looksSecret(key);
}

/** By name: the chart's default is a text, and no template is known to take anything else. */
function isSecret(release: Release, path: ValuesPath, value: number | boolean): boolean {
  if (!isSecretName(path.at(-1))) return false;
  const uses = release.chart?.templates?.usesOf(path);
  if (uses !== undefined && uses.size > 0) return false;
  const before = release.values.defaultAt(path);
  if (typeof before === 'string') return true;
  // Without a chart: `token: true` may be a switch; nobody writes a switch as 4711.
  return release.chart === undefined && typeof value === 'number';
}
