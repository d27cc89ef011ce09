import { formatPath } from '../../model/format-path.ts';
import type { Layer } from '../../model/layer.ts';
import { defineRule } from '../../model/rule.ts';
import type { ValuesPath } from '../../model/values-path.ts';
import { goNumber } from '../go-number.ts';
import { sourceText } from '../source-text.ts';
import { reasonForText } from '../wants-text.ts';

/** Permissions, which people write in octal on purpose. */
const MODE_KEY = /mode$|umask|permissions?$|^chmod/i;
/** Plain decimal digits with an octal look: Helm reads them to the base of 8. */
const OCTAL = /^([-+]?)0+([0-7]+)$/;

export const rule = defineRule({
  id: 'mangled-number',
  severity: 'warning',
  recommended: true,
  about: 'rendered',
  yieldsTo: ['schema/type'],
  docs: {
    summary:
      'An unquoted version, tag or other text is a number to YAML and loses characters (`1.20` is 1.2), or a number with a leading zero is read as octal.',
    why: 'YAML knows only the number, so Helm prints the shortest way to write it: the tag 1.20 becomes 1.2, 1e10 becomes 1e+10, and 010 becomes 8. The release then asks for an image that does not exist, or for the wrong one. File modes such as 0755 are octal on purpose and not reported.',
    source:
      'Helm issues 11800 and 1707; go-yaml v2, resolve.go (YAML 1.1 numbers); measured with Helm 3.21.4 and 4.2.4.',
  },
  examples: {
    bad: [
      { values: 'image:\n  repository: python\n  tag: 3.10\n' },
      { values: 'image:\n  repository: shop/api\n  tag: 0123\n' },
      { values: 'image:\n  repository: shop/api\n  tag: 1234e5\n' },
      { values: 'kubeVersion: 1.30\n', defaults: 'kubeVersion: ""\n' },
      { values: 'schedule:\n  minute: 010\n' },
    ],
    good: [
      { values: 'image:\n  repository: python\n  tag: "3.10"\n' },
      { values: 'image:\n  repository: python\n  tag: 3.11\n' },
      { values: 'sampling: 1.0\n' },
      { values: 'volumes:\n  - secret:\n      defaultMode: 0400\n' },
      {
        values: 'resources:\n  limits:\n    cpu: 0.50\n',
        defaults: 'resources:\n  limits:\n    cpu: "0.5"\n',
      },
    ],
  },
  *check(release) {
    let octal: boolean | undefined;
    for (const scalar of release.roles.scalars) {
      const { value } = scalar;
      if (typeof value !== 'number') continue;
      const { path } = scalar;
      // Below 8 the base makes no difference.
      octal ??= someOctal(release.values.layers);
      const mayBeOctal = octal && Number.isInteger(value) && Math.abs(value) >= 8;
      if (!mayBeOctal && reasonForText(release, path) === undefined) continue;
      const source = sourceText(release, path);
      if (source === undefined || source === String(value) || /^["'*|>]/.test(source)) continue;
      // Secrets, which no message may show, are the business of non-string-secret.
      if (release.roles.isSecret(path)) continue;
      const reason = reasonForText(release, path);
      if (reason !== undefined) {
        // Long digits are the business of large-integer-notation.
        const printed = goNumber(value);
        if (printed === source || /^[-+]?[1-9]\d*$/.test(source)) continue;
        yield {
          at: path,
          problem: `${formatPath(path)} is ${source}, which YAML reads as a number and Helm prints as ${printed}; ${reason}`,
          help: `Quote it: "${source}".`,
          fix: { title: 'Quote the value', safe: true, replace: [{ at: path, text: `"${source}"` }] },
        };
      } else if (isAccidentalOctal(path, source, value)) {
        yield {
          at: path,
          problem: `${formatPath(path)} is ${source}, which YAML reads as octal because of the leading zero`,
          why: `Helm sees ${value}.`,
          help: `Write ${decimal(source)}, or "${source}" if the zero belongs to it.`,
        };
      }
    }
  },
});

/** Whether some file may hold a number with an octal look at all: a zero before a digit, and no word before the zero. */
function someOctal(layers: readonly Layer[]): boolean {
  return layers.some(({ document }) => {
    const text = document?.text ?? '';
    for (let at = text.indexOf('0'); at >= 0; at = text.indexOf('0', at + 1)) {
      if (isDigit(text.charCodeAt(at + 1)) && !isInNumber(text.charCodeAt(at - 1))) return true;
    }
    return false;
  });
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Digits, dots and letters before a zero: it does not begin a number. */
function isInNumber(code: number): boolean {
  return isDigit(code) || code === 46 || (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

function isAccidentalOctal(path: ValuesPath, source: string, value: number): boolean {
  if (path.some((segment) => typeof segment === 'string' && MODE_KEY.test(segment))) return false;
  // Four digits below 08 with no name for them are most likely a mode.
  if (/^0[0-7]{3}$/.test(source)) return false;
  return OCTAL.test(source) && Number(decimal(source)) !== value;
}

function decimal(source: string): string {
  return source.replace(OCTAL, '$1$2');
}
