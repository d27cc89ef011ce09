/** What of a file a change touched. */
export interface ChangedLines {
  /** 1-based. Lines that are new or different, and the keys around lines that are gone. */
  readonly lines: ReadonlySet<number>;
  /** Whether lines are gone that nothing encloses: then the file as a whole is touched. */
  readonly whole: boolean;
}

const HUNK = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/;

/** Reads `git diff --unified=0` of one file, which now holds `text`. */
export function changedLines(diff: string, text: string): ChangedLines {
  const now = text.split('\n');
  const lines = new Set<number>();
  let whole = false;
  const rows = diff.split('\n');
  for (const [i, row] of rows.entries()) {
    const hunk = HUNK.exec(row);
    if (hunk === null) continue;
    const [before, start, after] = [Number(hunk[1] ?? 1), Number(hunk[2]), Number(hunk[3] ?? 1)];
    for (let line = start; line < start + after; line++) lines.add(line);
    if (before <= after) continue;
    const gone = rows.slice(i + 1, i + 1 + before).map((one) => one.slice(1));
    const depth = Math.min(...gone.filter((one) => one.trim() !== '').map(indentation));
    for (const line of enclosing(now, start, depth)) lines.add(line);
    whole ||= depth === 0;
  }
  return { lines, whole };
}

/** The lines at or above `from` (1-based) that a line so deep belongs to, innermost first. */
function enclosing(text: readonly string[], from: number, depth: number): number[] {
  const found: number[] = [];
  let below = depth;
  for (let line = from; line > 0 && below > 0; line--) {
    const row = text[line - 1] ?? '';
    if (/^\s*(?:#|$)/.test(row) || indentation(row) >= below) continue;
    found.push(line);
    below = indentation(row);
  }
  return found;
}

function indentation(line: string): number {
  return line.search(/\S|$/);
}
