import { parse, TomlDate, TomlError, type TomlValue } from 'smol-toml';
import type { GoFunction, GoObject, GoValue } from '../value/go-value.ts';
import { goInt64, goList, goMap } from '../value/make-value.ts';

/** `fromToml`, for the charts that call it: import this file when one does. */
export const FROM_TOML: GoFunction = {
  name: 'fromToml',
  params: ['string'],
  result: 'map[string]interface {}',
  call([text], context) {
    context.spend((text as string).length);
    return fromToml(text as string);
  },
};

/** What could not be read is under the key `Error`, in other words than Helm's. */
function fromToml(text: string): GoValue {
  const half = HALF.exec(text);
  if (half !== null) {
    const line = text.slice(0, half.index).split('\n').length;
    return failed(line, `invalid UTF-8 byte: 0x${(half[0].charCodeAt(0) - 0xdc00).toString(16)}`);
  }
  try {
    return fromTomlValue(parse(text, { integersAsBigInt: true }), headerPaths(text), '');
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const reason = error.message.split('\n', 1)[0]?.replace('Invalid TOML document: ', '');
    return failed(error.line, reason ?? '');
  }
}

/** Half of a surrogate pair stands for a byte that is no UTF-8. */
const HALF = /(?<![\ud800-\udbff])[\udc80-\udcff]/;

function failed(line: number, reason: string): GoValue {
  return goMap(new Map([['Error', `toml: line ${line}: ${reason}`]]));
}

/** Paths of the lists that are written as `[[a.b]]`, as JSON: BurntSushi's decoder makes a list of another type of them. */
function headerPaths(text: string): ReadonlySet<string> {
  const paths = new Set<string>();
  for (const [, key] of text.matchAll(/^[ \t]*\[\[([^\n]+)\]\]/gm)) {
    try {
      paths.add(pathOfKey(parse(`${key} = 0`)));
    } catch {
      // A list in a list on a line of its own.
    }
  }
  return paths;
}

function pathOfKey(table: TomlValue): string {
  let path = '';
  for (let at = table; typeof at === 'object'; at = Object.values(at)[0] as TomlValue)
    path += `/${JSON.stringify(Object.keys(at)[0])}`;
  return path;
}

/** Items of a list have the path of the list. */
function fromTomlValue(value: TomlValue, headers: ReadonlySet<string>, path: string): GoValue {
  if (typeof value === 'bigint') return goInt64(value);
  if (typeof value !== 'object') return value as GoValue;
  if (value instanceof TomlDate) return time(value);
  if (Array.isArray(value))
    return goList(
      value.map((item) => fromTomlValue(item, headers, path)),
      headers.has(path) ? 'map[string]interface {}' : undefined,
    );
  const entries = Object.entries(value).map(
    ([key, entry]) => [key, fromTomlValue(entry, headers, `${path}/${JSON.stringify(key)}`)] as const,
  );
  return goMap(new Map(entries));
}

function time(date: TomlDate): GoObject {
  const text = date.toISOString();
  return { go: 'object', type: 'time.Time', kind: 'struct', text: () => text, plain: () => text };
}
