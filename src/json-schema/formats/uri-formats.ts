import { isIpv6 } from './network-formats.ts';

const SCHEME = /^[A-Za-z][A-Za-z0-9+.-]*:/;
const CONTROL = /\p{Cc}/u;
const BAD_ESCAPE = /%(?![0-9A-Fa-f]{2})/;
/** What Go lets stand in a host besides letters and digits (`net/url`, shouldEscape); beyond ASCII everything may. */
const HOST = /^(?:[A-Za-z0-9\-_.~!$&'()*+,;=:<>"[\]]|\P{ASCII}|%[0-9A-Fa-f]{2})*$/u;
const USER = /^[A-Za-z0-9\-._:~!$&'()*+,;=%@]*$/;

/**
 * Whether Go's `url.Parse` takes the text, which is what Helm's engine asks: far more lenient than RFC 3986 in paths and
 * queries, strict about schemes, hosts, ports and percent escapes.
 */
function parses(text: string): boolean {
  const hash = text.indexOf('#');
  if (hash >= 0 && BAD_ESCAPE.test(text.slice(hash + 1))) return false;
  let rest = hash >= 0 ? text.slice(0, hash) : text;
  if (CONTROL.test(rest)) return false;
  const scheme = SCHEME.exec(rest);
  if (scheme !== null) rest = rest.slice(scheme[0].length);
  else if (rest.startsWith(':')) return false;
  const query = rest.indexOf('?');
  if (query >= 0) rest = rest.slice(0, query);
  if (!rest.startsWith('/')) {
    if (scheme !== null) return true;
    if (rest.split('/')[0]!.includes(':')) return false;
  }
  if (rest.startsWith('//') && !(scheme === null && rest.startsWith('///'))) {
    const slash = rest.indexOf('/', 2);
    const authority = slash < 0 ? rest.slice(2) : rest.slice(2, slash);
    if (!isAuthority(authority)) return false;
    rest = slash < 0 ? '' : rest.slice(slash);
  }
  return !BAD_ESCAPE.test(rest);
}

function isAuthority(authority: string): boolean {
  const at = authority.lastIndexOf('@');
  if (at >= 0 && (!USER.test(authority.slice(0, at)) || BAD_ESCAPE.test(authority.slice(0, at))))
    return false;
  const host = authority.slice(at + 1);
  if (host.startsWith('[')) {
    const end = host.lastIndexOf(']');
    return end > 0 && /^(?::\d*)?$/.test(host.slice(end + 1)) && isIpv6(host.slice(1, end));
  }
  const colon = host.lastIndexOf(':');
  if (colon >= 0 && !/^\d*$/.test(host.slice(colon + 1))) return false;
  const name = colon < 0 ? host : host.slice(0, colon);
  return HOST.test(name) && !name.includes(':');
}

/** An absolute URI (or IRI: Helm's engine makes no difference). */
export function isUri(text: string): boolean {
  return SCHEME.test(text) && parses(text);
}

/** A URI or a relative reference. */
export function isUriReference(text: string): boolean {
  return !text.includes('\\') && parses(text);
}

/** A reference whose path holds balanced, unnested `{…}`. */
export function isUriTemplate(text: string): boolean {
  if (!parses(text)) return false;
  const path = text.replace(/[?#].*$/s, '').replace(/^[A-Za-z][A-Za-z0-9+.-]*:\/\/[^/]*/, '');
  return path.split('/').every((part) => /^(?:[^{}]|\{[^{}]*\})*$/.test(part));
}
