import type { Finding } from '../model/finding.ts';
import { releaseName } from '../model/release-name.ts';
import type { Source } from '../model/source.ts';
import type { BaselineEntry } from './apply-baseline.ts';

/** What is about the baseline or the run. */
const NEVER_ACCEPTED = /^(?:baseline|rule|config)\//;

/**
 * The text of a baseline file that accepts these findings and keeps the other entries: sorted, one entry per line, so that
 * a change of one finding is a change of one line. `nameOf` gives the file as the baseline names it.
 */
export function baselineText(
  findings: readonly Finding[],
  kept: readonly BaselineEntry[],
  nameOf: (source: Source) => string | undefined,
): string {
  const entries = new Map<string, BaselineEntry>();
  const add = ({ count, ...entry }: BaselineEntry): void => {
    const key = JSON.stringify([entry.file, entry.path, entry.rule, entry.release ?? '']);
    entries.set(key, { ...entry, count: count + (entries.get(key)?.count ?? 0) });
  };
  for (const entry of kept) add(entry);
  for (const finding of findings) {
    const { rule, path, span, also = [] } = finding;
    const release = releaseName(finding);
    for (const { source } of [span, ...also]) {
      const file = nameOf(source);
      if (file !== undefined && !NEVER_ACCEPTED.test(rule)) {
        add({ rule, file, path, ...(release === undefined ? {} : { release }), count: 1 });
      }
    }
  }
  const lines = [...entries.values()]
    .sort(
      (a, b) =>
        compare(a.file, b.file) ||
        compare(a.release ?? '', b.release ?? '') ||
        compare(a.path, b.path) ||
        compare(a.rule, b.rule),
    )
    .map(({ rule, file, path, release, count }) =>
      JSON.stringify({ rule, file, path, release, ...(count > 1 ? { count } : {}) }),
    );
  return `{\n  "version": 2,\n  "entries": [${lines.length === 0 ? '' : `\n    ${lines.join(',\n    ')}\n  `}]\n}\n`;
}

/** By code unit: the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
