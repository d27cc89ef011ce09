import type { Finding } from '../model/finding.ts';
import { isJsonObject, type JsonValue } from '../model/json-value.ts';
import type { Release } from '../model/release.ts';
import { textMasker } from '../model/text-masker.ts';
import type { ValuesPath } from '../model/values-path.ts';
import { secretPaths } from './secret-spans.ts';

/** Masks the values of a release's secrets in texts that others wrote: what a template or a rule fails with. */
export function secretValueHider(release: Release): (text: string) => string {
  let mask: ((text: string) => string) | undefined;
  return (text) => {
    mask ??= textMasker(secretValues(release));
    return mask(text);
  };
}

/** The finding with the values of the release's secrets masked in what it says. */
export function withoutSecretValues(finding: Finding, hide: (text: string) => string): Finding {
  const { problem, why, related } = finding;
  return {
    ...finding,
    problem: hide(problem),
    ...(why === undefined ? {} : { why: hide(why) }),
    related: related.map((one) => ({ ...one, message: hide(one.message) })),
  };
}

/** As they are and as JSON quotes them, line by line. */
function secretValues(release: Release): ReadonlySet<string> {
  const isSecret = secretPaths(release);
  const found = new Set<string>();
  const visit = (value: JsonValue, path: ValuesPath): void => {
    if (Array.isArray(value)) {
      for (const [i, item] of value.entries()) visit(item, [...path, i]);
    } else if (isJsonObject(value)) {
      for (const [key, item] of Object.entries(value)) visit(item, [...path, key]);
    } else if ((typeof value === 'string' || typeof value === 'number') && isSecret(path)) {
      for (const line of String(value).split(/\r?\n/)) {
        if (line.trim() !== '') found.add(line.trim()).add(JSON.stringify(line.trim()).slice(1, -1));
      }
    }
  };
  visit(release.values.data, []);
  return found;
}
