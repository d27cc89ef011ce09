import { loadAnyValues } from '../load/load-any-values.ts';
import { loadAnyYaml } from '../load/load-any-yaml.ts';
import { loadValues } from '../load/load-values.ts';
import { loadYaml } from '../load/load-yaml.ts';
import type { YamlDocument } from '../load/located-document.ts';
import { readSimpleYaml } from '../load/simple/read-simple-yaml.ts';
import type { JsonValue } from '../model/json-value.ts';
import { fileSource } from '../model/source.ts';
import type { ValuesPath } from '../model/values-path.ts';

/** Whether the reader of simple YAML reads the text itself. */
export function isSimple(text: string): boolean {
  return readSimpleYaml(text, undefined) !== undefined;
}

/** The first thing in which the reader for all of YAML reads a text differently from the one that is asked first. */
export function readerDifference(text: string): string | undefined {
  for (const helmMajor of [undefined, 3, 4]) {
    const fast = loadValues(fileSource('values.yaml'), text, { helmMajor });
    const full = loadAnyValues(fileSource('values.yaml'), text, { helmMajor });
    const found = compare(fast, full);
    if (found !== undefined) return `values for Helm ${helmMajor}: ${found}`;
  }
  const found = compare(loadYaml(fileSource('x.yaml'), text), loadAnyYaml(fileSource('x.yaml'), text));
  return found === undefined ? undefined : `YAML: ${found}`;
}

interface Loaded {
  readonly document: YamlDocument | undefined;
  readonly findings: readonly unknown[];
}

function compare(fast: Loaded, full: Loaded): string | undefined {
  const [one, other] = [JSON.stringify(fast.findings), JSON.stringify(full.findings)];
  if (one !== other) return `findings ${one} and ${other}`;
  if (fast.document === undefined || full.document === undefined) {
    return fast.document === full.document ? undefined : 'one document only';
  }
  return compareAt(fast.document, full.document, fast.document.data, full.document.data, []);
}

function compareAt(
  fast: YamlDocument,
  full: YamlDocument,
  one: JsonValue,
  other: JsonValue,
  path: ValuesPath,
): string | undefined {
  const at = JSON.stringify(path);
  for (const part of ['key', 'value'] as const) {
    const [a, b] = [fast.locate(path, part), full.locate(path, part)];
    if (a.start !== b.start || a.end !== b.end)
      return `${part} of ${at}: ${a.start}-${a.end} and ${b.start}-${b.end}`;
  }
  if (typeof one !== 'object' || one === null || typeof other !== 'object' || other === null) {
    return Object.is(one, other) ? undefined : `value of ${at}: ${JSON.stringify([one, other])}`;
  }
  const keys = Object.keys(one);
  if (Array.isArray(one) !== Array.isArray(other) || String(keys) !== String(Object.keys(other)))
    return `keys of ${at}: ${keys} and ${Object.keys(other)}`;
  for (const key of keys) {
    const segment = Array.isArray(one) ? Number(key) : key;
    const [a, b] = [Reflect.get(one, key) as JsonValue, Reflect.get(other, key) as JsonValue];
    const found = compareAt(fast, full, a, b, [...path, segment]);
    if (found !== undefined) return found;
  }
  return undefined;
}
