import { quoteText } from '../../text/quote-text.ts';
import { GoError } from '../../value/go-error.ts';
import { fromByteString, toByteString } from '../strings/byte-string.ts';
import { parseAddress } from './parse-address.ts';
import { escapeUrl, unescapeUrl } from './url-escape.ts';

/** The parts of a URL as Go's `url.URL` has them; texts have one code unit for each byte. */
export interface GoUrl {
  readonly scheme: string;
  readonly opaque: string;
  /** User and password as `Userinfo.String` writes them. */
  readonly user: string | undefined;
  readonly host: string;
  readonly path: string;
  readonly query: string;
  readonly fragment: string;
}

/** Go's `url.Parse`. Throws what it says: `parse "…": missing protocol scheme`. */
export function parseUrl(text: string): GoUrl {
  const [before, fragment] = cut(toByteString(text), '#');
  const url = saying(before, () => parseBefore(before));
  if (fragment === '') return url;
  return saying(toByteString(text), () => ({ ...url, fragment: unescapeUrl(fragment, 'fragment') }));
}

function saying<T>(text: string, parse: () => T): T {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof GoError)) throw error;
    throw new GoError(`parse ${quoteText(fromByteString(text))}: ${error.message}`);
  }
}

function parseBefore(text: string): GoUrl {
  const empty = { scheme: '', opaque: '', user: undefined, host: '', path: '', query: '', fragment: '' };
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are refused.
  if (/[\0-\x1f\x7f]/.test(text)) throw new GoError('net/url: invalid control character in URL');
  if (text === '*') return { ...empty, path: '*' };
  if (text.startsWith(':')) throw new GoError('missing protocol scheme');
  const scheme = /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(text)?.[1] ?? '';
  const [rest, query] = cut(scheme === '' ? text : text.slice(scheme.length + 1), '?');
  const start = { ...empty, scheme: scheme.toLowerCase(), query };
  if (!rest.startsWith('/')) {
    if (scheme !== '') return { ...start, opaque: rest };
    if (cut(rest, '/')[0].includes(':')) throw new GoError('first path segment in URL cannot contain colon');
  }
  const hasAuthority = rest.startsWith('//') && (scheme !== '' || !rest.startsWith('///'));
  if (!hasAuthority) return { ...start, path: unescapeUrl(rest, 'path') };
  const slash = rest.indexOf('/', 2);
  const authority = slash === -1 ? rest.slice(2) : rest.slice(2, slash);
  const { user, host } = parseAuthority(start.scheme, authority);
  return { ...start, user, host, path: unescapeUrl(slash === -1 ? '' : rest.slice(slash), 'path') };
}

/** The text before and after the separator; after is empty without one. */
function cut(text: string, separator: string): [string, string] {
  const at = text.indexOf(separator);
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + separator.length)];
}

function parseAuthority(scheme: string, authority: string): { user: string | undefined; host: string } {
  const at = authority.lastIndexOf('@');
  const host = parseHost(scheme, authority.slice(at + 1));
  if (at === -1) return { user: undefined, host };
  const info = authority.slice(0, at);
  if (!/^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*$/.test(info)) throw new GoError('net/url: invalid userinfo');
  const rewritten = (part: string): string => escapeUrl(unescapeUrl(part, 'user'), 'user');
  const [name, password] = cut(info, ':');
  return { user: info.includes(':') ? `${rewritten(name)}:${rewritten(password)}` : rewritten(name), host };
}

function parseHost(scheme: string, host: string): string {
  const open = host.lastIndexOf('[');
  if (open > 0) throw new GoError('invalid IP-literal');
  if (open === 0) return parseBracketed(host);
  const first = host.indexOf(':');
  if (first !== -1) {
    // Lists of hosts with ports are written for databases; HTTP has one.
    checkPort(host.slice(['http', 'https'].includes(scheme) ? first : host.lastIndexOf(':')));
  }
  return unescapeUrl(host, 'host');
}

function parseBracketed(host: string): string {
  const close = host.lastIndexOf(']');
  if (close === -1) throw new GoError("missing ']' in host");
  const port = host.slice(close + 1);
  checkPort(port);
  const name = host.slice(1, close);
  const zone = name.indexOf('%25');
  const read =
    zone === -1
      ? unescapeUrl(name, 'host')
      : unescapeUrl(name.slice(0, zone), 'host') + unescapeUrl(name.slice(zone), 'zone');
  const address = parseAddress(read);
  if (typeof address === 'string') throw new GoError(`invalid host: ${address}`);
  if (address.version === 4) throw new GoError('invalid IP-literal');
  return `[${read}]${port}`;
}

function checkPort(port: string): void {
  if (!isPort(port)) throw new GoError(`invalid port ${quoteText(fromByteString(port))} after host`);
}

function isPort(port: string): boolean {
  return port === '' || /^:[0-9]*$/.test(port);
}

/** Go's `URL.Hostname`. */
export function hostName(host: string): string {
  const colon = host.lastIndexOf(':');
  const name = colon !== -1 && isPort(host.slice(colon)) ? host.slice(0, colon) : host;
  return name.startsWith('[') && name.endsWith(']') ? name.slice(1, -1) : name;
}

/** Go's `URL.String` for parts that were put together, not parsed. */
export function showUrl({ scheme, opaque, user, host, path, query, fragment }: GoUrl): string {
  const start = scheme === '' ? '' : `${scheme}:`;
  const end =
    (query === '' ? '' : `?${query}`) + (fragment === '' ? '' : `#${escapeUrl(fragment, 'fragment')}`);
  if (opaque !== '') return start + opaque + end;
  const hasSlashes =
    (scheme !== '' || host !== '' || user !== undefined) &&
    (host !== '' || path !== '' || user !== undefined);
  const authority = hasSlashes ? `//${user === undefined ? '' : `${user}@`}${escapeUrl(host, 'host')}` : '';
  const escaped = path === '*' ? '*' : escapeUrl(path, 'path');
  const slash = escaped !== '' && !escaped.startsWith('/') && host !== '' ? '/' : '';
  const dot = start + authority + slash === '' && cut(escaped, '/')[0].includes(':') ? './' : '';
  return start + authority + slash + dot + escaped + end;
}
