/** Whether the pattern, which may begin with `*.`, covers the host (RFC 6125: the star stands for one label). */
export function coversHost(pattern: string, host: string): boolean {
  const wanted = host.toLowerCase();
  const given = pattern.toLowerCase();
  if (given === wanted) return true;
  if (!given.startsWith('*.') || wanted.startsWith('*.')) return false;
  const dot = wanted.indexOf('.');
  return dot > 0 && wanted.slice(dot) === given.slice(1);
}

/** Names of documentation (RFC 2606) and of sample files, which nobody owns. */
const SAMPLE =
  /(?:^|\.)(?:example\.(?:com|org|net)|chart-example\.local|[a-z0-9-]+\.example|(?:your|my)-?(?:domain|company|org|host)\.[a-z]+)$/i;

/** Whether the host was copied from documentation. */
export function isSampleHost(host: string): boolean {
  return SAMPLE.test(host);
}

/** Whether the text is an IPv4 or IPv6 address. */
export function isAddress(host: string): boolean {
  return /^\d{1,3}(?:\.\d{1,3}){3}$/.test(host) || /^\[?[0-9a-f]*:[0-9a-f:]+\]?$/i.test(host);
}

/** Whether the text can be the host of an Ingress rule at all. */
export function isHostName(host: string): boolean {
  return /^(?:\*\.)?[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/i.test(host) && !isAddress(host);
}

/** Why no public certificate authority signs for the name; undefined when one may. */
export function unsignable(host: string): string | undefined {
  if (isAddress(host)) return 'an IP address';
  if (/(?:^|\.)localhost$/i.test(host)) return 'the local machine';
  if (/\.(?:local|internal|lan|home|corp|test|invalid|localdomain|cluster\.local)$/i.test(host)) {
    return 'a name of a private network';
  }
  return host !== '' && !host.includes('.') ? 'a name without a domain' : undefined;
}
