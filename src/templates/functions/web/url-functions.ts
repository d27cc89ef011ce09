import { GoError } from '../../value/go-error.ts';
import type { GoFunction, GoMap, GoValue } from '../../value/go-value.ts';
import { goMap } from '../../value/make-value.ts';
import { kindOf } from '../../value/type-of.ts';
import { declareFunction } from '../declare-function.ts';
import { nilPointer } from '../go-panics.ts';
import { fromByteString, toByteString } from '../strings/byte-string.ts';
import { hostName, parseUrl, showUrl } from './parse-url.ts';

/** URLs from and to maps of their parts. */
export const URL_FUNCTIONS: readonly GoFunction[] = [
  declareFunction('urlParse', 'string -> map', ([text]: [string]) => {
    const { scheme, opaque, user = '', host, path, query, fragment } = saying('url', () => parseUrl(text));
    const parts = { scheme, host, hostname: hostName(host), path, query, opaque, fragment, userinfo: user };
    return goMap(new Map(Object.entries(parts).map(([key, part]) => [key, fromByteString(part)])));
  }),
  declareFunction('urlJoin', 'map -> string', ([map]: [GoMap | null]) => {
    const entries = map?.entries ?? new Map<string, GoValue>();
    const part = (key: string): string => toByteString(entryText(entries, key));
    const [scheme, host, path, query, opaque, fragment] = [
      'scheme',
      'host',
      'path',
      'query',
      'opaque',
      'fragment',
    ].map(part) as [string, string, string, string, string, string];
    const info = entryText(entries, 'userinfo');
    const { user } =
      info === '' ? { user: undefined } : saying('userinfo in dict', () => parseUrl(`proto://${info}@host`));
    return fromByteString(showUrl({ scheme, opaque, user, host, path, query, fragment }));
  }),
];

function saying<T>(what: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof GoError)) throw error;
    throw new GoError(`unable to parse ${what}: ${error.message}`);
  }
}

function entryText(entries: ReadonlyMap<string, GoValue>, key: string): string {
  if (!entries.has(key)) return '';
  const value = entries.get(key);
  if (typeof value === 'string') return value;
  if (value === null || value === undefined) throw nilPointer();
  throw new GoError(`unable to parse ${key} key, must be of type string, but ${kindOf(value)} found`);
}
