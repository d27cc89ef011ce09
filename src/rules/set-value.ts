import type { FixProposal } from '../model/fix-proposal.ts';
import { isJsonObject, type JsonValue } from '../model/json-value.ts';
import type { Release } from '../model/release.ts';
import { type ValuesPath, valueAt } from '../model/values-path.ts';
import { isUserWritten } from './written.ts';

/**
 * The part of a fix that gives the path a value: in place of the one that the user wrote, else as a new entry, with the maps
 * around it that are missing. `text` is YAML on one line.
 */
export function setValue(
  release: Release,
  path: ValuesPath,
  text: string,
): Pick<FixProposal, 'replace' | 'insert'> {
  if (isUserWritten(release, path)) return { replace: [{ at: path, text }] };
  let written = path.length - 1;
  while (written > 0 && !isUserWritten(release, path.slice(0, written))) written--;
  const missing = path.slice(written + 1);
  const parent = path.slice(0, written);
  if (isEmptyMap(valueAt(release.values.data, parent))) {
    // Such a map is written as {}, into which nothing but flow style goes.
    const value = missing.reduceRight<string>((inner, key) => `{ ${key}: ${inner} }`, text);
    return { insert: [{ at: [...parent, path[written]!], text: value }] };
  }
  const lines = missing.map((key, i) => `${'  '.repeat(i + 1)}${key}:`);
  const value = missing.length === 0 ? text : `\n${lines.join('\n')} ${text}`;
  return { insert: [{ at: path.slice(0, written + 1), text: value }] };
}

function isEmptyMap(value: JsonValue | undefined): boolean {
  return isJsonObject(value) && Object.keys(value).length === 0;
}
