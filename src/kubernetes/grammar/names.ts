/** Grammars of names: apimachinery/pkg/util/validation/validation.go and pkg/api/validate/content. */

const LABEL = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/;
const LABEL_1035 = /^[a-z]([-a-z0-9]*[a-z0-9])?$/;
const SUBDOMAIN = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;
const PORT_NAME = /^[a-z0-9-]+$/;
const QUALIFIED = /^([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]$/;
const LABEL_VALUE = /^(([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9])?$/;
const CONFIG_KEY = /^[-._a-zA-Z0-9]+$/;

/** What is wrong with a name, in at most 45 characters, as the end of `name "x" …`; "inner" is neither first nor last. */
export type NameProblem = string | undefined;

export function dnsLabel(name: string): NameProblem {
  if (name.length > 63) return `has ${name.length} characters, above 63`;
  return LABEL.test(name) ? undefined : 'may hold only a-z, 0-9 and inner "-"';
}

/** RFC 1035: as a DNS label, and the first character is a letter. */
export function dns1035Label(name: string): NameProblem {
  if (name.length > 63) return `has ${name.length} characters, above 63`;
  return LABEL_1035.test(name) ? undefined : 'may hold a-z, 0-9, inner "-", first a letter';
}

export function dnsSubdomain(name: string): NameProblem {
  if (name.length > 253) return `has ${name.length} characters, above 253`;
  return SUBDOMAIN.test(name) ? undefined : 'may hold only a-z, 0-9, inner "-" and "."';
}

/** A subdomain, or one below `*.`. */
export function wildcardDomain(name: string): NameProblem {
  return dnsSubdomain(name.startsWith('*.') ? name.slice(2) : name);
}

/** Names in a path of the API's URLs: everything but `.`, `..`, `/` and `%`. */
export function pathSegment(name: string): NameProblem {
  return name === '.' || name === '..' || /[/%]/.test(name) ? 'may hold no "/" and no "%"' : undefined;
}

/** IANA service names: names of ports. */
export function portName(name: string): NameProblem {
  if (name.length > 15) return `has ${name.length} characters, above 15`;
  if (!PORT_NAME.test(name)) return 'may hold only a-z, 0-9 and "-"';
  if (!/[a-z]/.test(name)) return 'must hold a letter';
  return name.includes('--') || name.startsWith('-') || name.endsWith('-')
    ? 'has a "-" at an end, or two in a row'
    : undefined;
}

/** Keys of labels, annotations, node selectors, tolerations: `name` or `domain/name`. */
export function qualifiedName(name: string): NameProblem {
  const parts = name.split('/');
  if (parts.length > 2) return 'has more than one "/"';
  const [prefix, last] = parts.length === 2 ? parts : [undefined, name];
  if (prefix !== undefined && (prefix === '' || dnsSubdomain(prefix) !== undefined)) {
    return 'has no domain in small letters before "/"';
  }
  if (last === '' || last === undefined) return 'has no name after the "/"';
  if (last.length > 63) return `has ${last.length} characters, above 63`;
  return QUALIFIED.test(last) ? undefined : 'may hold only letters, digits, inner "-_."';
}

export function labelValue(value: string): NameProblem {
  if (value.length > 63) return `has ${value.length} characters, above 63`;
  return LABEL_VALUE.test(value) ? undefined : 'may hold only letters, digits, inner "-_."';
}

/** Keys of ConfigMaps and Secrets, which become names of files. */
export function configKey(key: string): NameProblem {
  if (key.length > 253) return `has ${key.length} characters, above 253`;
  if (key === '.' || key.startsWith('..')) return 'would be a path, not the name of a file';
  return CONFIG_KEY.test(key) ? undefined : 'may hold only letters, digits, "-_."';
}

/**
 * Names of environment variables. Since Kubernetes 1.32 any printable ASCII but `=`.
 * @param minor 34 for Kubernetes 1.34
 */
export function environmentName(name: string, minor: number): NameProblem {
  if (minor >= 32) return /^[ -<>-~]+$/.test(name) ? undefined : 'may hold printable ASCII but no "="';
  if (name === '.' || name.startsWith('..')) return 'may not begin with ".."';
  return /^[-._a-zA-Z][-._a-zA-Z0-9]*$/.test(name) ? undefined : 'may hold letters, "-_.", digits not first';
}

/** Names of HTTP headers. */
export function headerName(name: string): NameProblem {
  return /^[-A-Za-z0-9]+$/.test(name) ? undefined : 'may hold only letters, digits and "-"';
}
