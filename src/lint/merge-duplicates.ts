import type { Finding } from '../model/finding.ts';

/** A finding and the release that it was found in; what reading files found belongs to none. */
export interface FoundIn {
  readonly finding: Finding;
  readonly release: { readonly name: string; readonly files: readonly string[] } | undefined;
}

/**
 * The same rule at the same place with the same words is one finding, however often it was found. When it was found in several
 * releases and is not simply about the file that one of them is for, the message names the releases.
 */
export function mergeDuplicates(found: readonly FoundIn[]): Finding[] {
  const groups = new Map<string, FoundIn[]>();
  for (const one of found) {
    // The path is no part of it: a value behind an anchor has several and is still one mistake.
    const { rule, span, message } = one.finding;
    const key = JSON.stringify([rule, span.file, span.start, span.end, message]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return Array.from(groups.values(), named);
}

const MOST_NAMES = 4;

function named(group: readonly FoundIn[]): Finding {
  const { finding } = group[0]!;
  const releases = group.flatMap(({ release }) => (release === undefined ? [] : [release]));
  const names = [...new Set(releases.map(({ name }) => name))].sort();
  const ownFile = releases.some(({ files }) => files.at(-1) === finding.span.file);
  // What is wrong with a chart itself (no path) is the same in all of its releases.
  if (names.length < 2 || ownFile || finding.path === '') return finding;
  const shown = names.slice(0, MOST_NAMES);
  const rest = names.length > shown.length ? ` and ${names.length - shown.length} more` : '';
  return {
    ...finding,
    message: `${finding.message} (in ${names.length} releases: ${shown.join(', ')}${rest})`,
  };
}
