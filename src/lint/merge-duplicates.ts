import type { Finding } from '../model/finding.ts';
import type { Source } from '../model/source.ts';
import { joinStatement } from '../model/statement.ts';

/** A finding and the release that it was found in; what reading files found belongs to none. */
export interface FoundIn {
  readonly finding: Finding;
  readonly release: { readonly name: string; readonly files: readonly Source[] } | undefined;
}

/** What a release is called, and the user's files that it is made of. */
type NamedRelease = NonNullable<FoundIn['release']>;

/**
 * The same rule at the same place with the same words is one finding, however often it was found. When it was found in several
 * releases and is not simply about the file that one of them is for, the message names the releases; so it does when it
 * was found in one of several releases that share the file.
 */
export function mergeDuplicates(found: readonly FoundIn[], releases: readonly NamedRelease[]): Finding[] {
  const groups = new Map<string, FoundIn[]>();
  for (const one of found) {
    // The path is no part of it: a value behind an anchor has several and is still one mistake.
    const { rule, span, cause } = one.finding;
    const { start, end } = span.anchor ?? span;
    const said = joinStatement(one.finding);
    const key = JSON.stringify(
      cause === undefined ? [rule, span.source.id, start, end, said] : [rule, cause],
    );
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  const sharing = new Map<string, number>();
  for (const file of releases.flatMap(({ files }) => [...new Set(files.map(({ id }) => id))])) {
    sharing.set(file, (sharing.get(file) ?? 0) + 1);
  }
  return Array.from(groups.values(), (group) => named(group, sharing));
}

const MOST_NAMES = 4;

function named(group: readonly FoundIn[], sharing: ReadonlyMap<string, number>): Finding {
  const { finding } = group.find(isAtHome) ?? group[0]!;
  const { id } = finding.span.source;
  const releases = group.flatMap(({ release }) => (release === undefined ? [] : [release]));
  const names = [...new Set(releases.map(({ name }) => name))].sort();
  const ownFile = releases.some(({ files }) => files.at(-1)?.id === id);
  // What is wrong with a chart itself (no path) is the same in all of its releases.
  if (ownFile || finding.path === '') return finding;
  // A default of the chart that this release alone does not get along with.
  const isElsewhere = releases.every(({ files }) => files.every((file) => file.id !== id));
  if (names.length === 1 && ((sharing.get(id) ?? 0) > 1 || (isElsewhere && sharing.has(id))))
    return withNote(finding, `It is so in ${names[0]} only`);
  if (names.length < 2) return finding;
  const shown = names.slice(0, MOST_NAMES);
  const rest = names.length > shown.length ? ` and ${names.length - shown.length} more` : '';
  return withNote(finding, `It is so in ${names.length} releases: ${shown.join(', ')}${rest}`);
}

/** Whether it is about the file that its release is for. */
function isAtHome({ finding, release }: FoundIn): boolean {
  return release?.files.at(-1)?.id === finding.span.source.id;
}

function withNote(finding: Finding, note: string): Finding {
  const { why } = finding;
  return { ...finding, why: why === undefined ? `${note}.` : `${why} ${note}.` };
}
