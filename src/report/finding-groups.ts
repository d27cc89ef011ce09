import type { Finding } from '../model/finding.ts';

/** A finding that is shown in full. */
export interface ShownFinding {
  readonly finding: Finding;
  /** The rest of what its rule found in its file: one line each. */
  readonly more: readonly Finding[];
}

/** So many findings of a rule are shown in full in each file. */
const IN_FULL = 3;

/**
 * The findings for people: those of one place together, in the order of the report. What a rule found in a file past the third
 * time is listed with the third.
 */
export function findingGroups(findings: readonly Finding[]): ShownFinding[][] {
  const known = new Map<string, { shown: number; more: Finding[] }>();
  const groups: ShownFinding[][] = [];
  for (const finding of findings) {
    const key = `${finding.rule}\n${finding.span.source.id}`;
    const seen = known.get(key) ?? { shown: 0, more: [] };
    known.set(key, seen);
    if (++seen.shown > IN_FULL) {
      seen.more.push(finding);
      continue;
    }
    const one = { finding, more: seen.shown === IN_FULL ? seen.more : [] };
    const last = groups.at(-1);
    if (last !== undefined && isSamePlace(last[0]!.finding, finding)) last.push(one);
    else groups.push([one]);
  }
  return groups;
}

function isSamePlace({ span: a }: Finding, { span: b }: Finding): boolean {
  // The empty span at the start stands for the file as a whole, where nothing is shown that could be shared.
  return a.end > 0 && a.source.id === b.source.id && a.start === b.start && a.end === b.end;
}
