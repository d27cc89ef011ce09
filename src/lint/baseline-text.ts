import type { Finding } from '../model/finding.ts';
import type { BaselineEntry } from './apply-baseline.ts';

/**
 * The text of a baseline file that accepts these findings and keeps the other entries: sorted, one entry per line, so that
 * a change of one finding is a change of one line. `nameOf` gives the file as the baseline names it.
 */
export function baselineText(
  findings: readonly Finding[],
  kept: readonly BaselineEntry[],
  nameOf: (file: string) => string | undefined,
): string {
  const entries = new Map<string, BaselineEntry>();
  const add = ({ rule, file, path, count }: BaselineEntry): void => {
    const key = JSON.stringify([file, path, rule]);
    entries.set(key, { rule, file, path, count: count + (entries.get(key)?.count ?? 0) });
  };
  for (const entry of kept) add(entry);
  for (const { rule, path, span } of findings) {
    const file = nameOf(span.file);
    if (file !== undefined && !rule.startsWith('baseline/')) add({ rule, file, path, count: 1 });
  }
  const lines = [...entries.values()]
    .sort((a, b) => compare(a.file, b.file) || compare(a.path, b.path) || compare(a.rule, b.rule))
    .map(({ rule, file, path, count }) =>
      JSON.stringify({ rule, file, path, ...(count > 1 ? { count } : {}) }),
    );
  return `{\n  "version": 1,\n  "entries": [${lines.length === 0 ? '' : `\n    ${lines.join(',\n    ')}\n  `}]\n}\n`;
}

/** By code unit: the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
