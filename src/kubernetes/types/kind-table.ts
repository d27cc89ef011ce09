import type { KindAnswer } from './kubernetes-types.ts';
import { splitRange } from './parse-field.ts';

/** Which kinds a version of Kubernetes serves. */
export interface KindTable {
  readonly minor: number;
  kindOf(apiVersion: string, kind: string): KindAnswer;
  /** The Go packages of the types of these API versions. */
  packagesOf(apiVersions: Iterable<string>): Set<string>;
}

interface KindEntry {
  readonly type: string;
  readonly since: number;
  readonly until: number;
  readonly deprecated?: number;
  readonly replacement?: string;
}

const ENTRY = /^([^@!>]*(?:@[\d-]+)?)(?:!(\d+))?(?:>(.*))?$/;

/**
 * @param kinds `data/kinds.json`: `apps/v1 Deployment` → `apps/v1.Deployment@since-until!deprecated>replacement`
 * @param asked minors outside of what is recorded count as the nearest that is
 */
export function kindTable(kinds: Readonly<Record<string, string | number>>, asked: number): KindTable {
  const minor = Math.min(Math.max(asked, Number(kinds[' oldest'])), Number(kinds[' newest']));
  const entryOf = (key: string): KindEntry | undefined => {
    const text = Object.hasOwn(kinds, key) ? kinds[key] : undefined;
    return typeof text === 'string' ? parseEntry(text) : undefined;
  };
  const served = (group: string, kind: string): string[] =>
    Object.keys(kinds).filter((key) => {
      if (!key.endsWith(` ${kind}`) || groupOf(key) !== group) return false;
      const { type, since, until } = entryOf(key)!;
      return type !== '' && since <= minor && minor <= until;
    });
  const answer = (apiVersion: string, kind: string): KindAnswer => {
    const key = `${apiVersion} ${kind}`;
    const entry = entryOf(key);
    if (!entry) return elsewhere(apiVersion, kind, kinds, served);
    const replacement = entry.replacement ?? stable(served(groupOf(key), kind));
    const instead = replacement === undefined || replacement === key ? {} : { replacement };
    if (entry.until < minor) return { is: 'removed', until: entry.until, ...instead };
    if (entry.since > minor) return { is: 'later', since: entry.since, ...instead };
    const isDeprecated = entry.deprecated !== undefined && entry.deprecated <= minor;
    return {
      is: 'served',
      type: entry.type,
      ...(isDeprecated ? { deprecated: entry.deprecated, ...instead } : {}),
    };
  };
  const answers = new Map<string, KindAnswer>();
  return {
    minor,
    kindOf(apiVersion, kind) {
      const key = `${apiVersion} ${kind}`;
      const known = answers.get(key) ?? answer(apiVersion, kind);
      answers.set(key, known);
      return known;
    },
    packagesOf(apiVersions) {
      const wanted = new Set(Array.from(apiVersions, (version) => `${version} `));
      const packages = new Set<string>();
      for (const key of Object.keys(kinds)) {
        if (!wanted.has(key.slice(0, key.indexOf(' ') + 1))) continue;
        const { type } = entryOf(key) ?? { type: '' };
        if (type !== '') packages.add(type.slice(0, type.indexOf('/')));
      }
      return packages;
    },
  };
}

/** A kind of Kubernetes' own under a group of Kubernetes' own that never had it: `apps/v1 Service`. */
function elsewhere(
  apiVersion: string,
  kind: string,
  kinds: Readonly<Record<string, string | number>>,
  served: (group: string, kind: string) => string[],
): KindAnswer {
  const group = groupOf(`${apiVersion} `);
  const groups = new Set(Object.keys(kinds).map(groupOf));
  if (!groups.has(group)) return { is: 'unknown' };
  const apiVersions = [...groups].flatMap((other) =>
    served(other, kind).map((key) => key.slice(0, key.indexOf(' '))),
  );
  return apiVersions.length === 0 ? { is: 'unknown' } : { is: 'elsewhere', apiVersions };
}

function stable(keys: readonly string[]): string | undefined {
  return keys.findLast((key) => /(^|\/)v\d+ /.test(key)) ?? keys.at(-1);
}

/** `apps/v1 Deployment` → `apps`, `v1 Pod` → the empty text. */
function groupOf(key: string): string {
  const apiVersion = key.slice(0, key.indexOf(' '));
  return apiVersion.slice(0, Math.max(apiVersion.indexOf('/'), 0));
}

function parseEntry(text: string): KindEntry {
  const [, typed, deprecated, replacement] = ENTRY.exec(text)!;
  const [type, since, until] = splitRange(typed!);
  return {
    type,
    since,
    until,
    ...(deprecated === undefined ? {} : { deprecated: Number(deprecated) }),
    ...(replacement === undefined ? {} : { replacement }),
  };
}
