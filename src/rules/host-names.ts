/** Hosts of certificates and of rules, to be held against each other: one pass over each. */
export class HostCover {
  readonly #patterns: ReadonlySet<string>;
  readonly #hosts: ReadonlySet<string>;
  /** What follows the first label of each host that is one name: `.corp.net`. */
  readonly #domains: ReadonlySet<string>;

  /** `patterns` may begin with `*.`: the star stands for one label (RFC 6125). */
  constructor(patterns: readonly string[], hosts: readonly string[]) {
    this.#patterns = new Set(patterns.map((pattern) => pattern.toLowerCase()));
    this.#hosts = new Set(hosts.map((host) => host.toLowerCase()));
    this.#domains = new Set([...this.#hosts].flatMap((host) => domainOf(host) ?? []));
  }

  /** Whether one of the patterns covers the host. */
  isCovered(host: string): boolean {
    const wanted = host.toLowerCase();
    const domain = domainOf(wanted);
    return this.#patterns.has(wanted) || (domain !== undefined && this.#patterns.has(`*${domain}`));
  }

  /** Whether the pattern covers one of the hosts. */
  isUsed(pattern: string): boolean {
    const given = pattern.toLowerCase();
    return this.#hosts.has(given) || (given.startsWith('*.') && this.#domains.has(given.slice(1)));
  }
}

/** What a star in front of it may stand for one label of; undefined for a pattern, and for what is no name with a domain. */
function domainOf(host: string): string | undefined {
  const dot = host.indexOf('.');
  return dot > 0 && !host.startsWith('*.') ? host.slice(dot) : undefined;
}

/** Names of documentation (RFC 2606) and of sample files, which nobody owns. */
const SAMPLE =
  /(?:^|\.)(?:example\.(?:com|org|net)|chart-example\.local|[a-z0-9-]+\.example|(?:your|my)-?(?:domain|company|org|host)\.[a-z]+)$/i;

/** Whether the host was copied from documentation. */
export function isSampleHost(host: string): boolean {
  return SAMPLE.test(host);
}

/** The host of a URL or an origin, also without a scheme; undefined where none stands. */
export function hostOfUrl(url: string): string | undefined {
  return /^(?:[a-z][a-z0-9+.-]*:\/\/)?(?:[^@/]*@)?([^/:?#]+)/i.exec(url)?.[1];
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
