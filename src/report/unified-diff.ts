import { matchingLines } from './matching-lines.ts';

const CONTEXT = 3;

/** A file before and after. */
export interface ChangedText {
  /** Relative, with forward slashes. */
  readonly file: string;
  readonly before: string;
  readonly after: string;
}

/** The changes as a patch that `git apply` and `patch -p1` take; empty when nothing changed. */
export function unifiedDiff(changes: readonly ChangedText[]): string {
  return changes
    .filter(({ before, after }) => before !== after)
    .map(({ file, before, after }) => `--- a/${file}\n+++ b/${file}\n${hunks(lines(before), lines(after))}`)
    .join('');
}

/** Lines with their ends; only `\n` ends one, as for patch programs. */
function lines(text: string): string[] {
  return text === '' ? [] : (text.match(/[^\n]*\n|[^\n]+$/g) ?? []);
}

/** Lines that differ: `old` lines from `oldFrom` give way to `new` lines from `newFrom`. */
interface Change {
  readonly oldFrom: number;
  readonly oldTo: number;
  readonly newFrom: number;
  readonly newTo: number;
}

function hunks(before: readonly string[], after: readonly string[]): string {
  const groups: Change[][] = [];
  for (const change of changesBetween(before, after)) {
    const last = groups.at(-1);
    if (last !== undefined && change.oldFrom - last.at(-1)!.oldTo <= 2 * CONTEXT) last.push(change);
    else groups.push([change]);
  }
  return groups.map((group) => hunk(group, before, after)).join('');
}

function changesBetween(before: readonly string[], after: readonly string[]): Change[] {
  const changes: Change[] = [];
  let oldFrom = 0;
  let newFrom = 0;
  for (const [oldTo, newTo] of [...matchingLines(before, after), [before.length, after.length] as const]) {
    if (oldTo > oldFrom || newTo > newFrom) changes.push({ oldFrom, oldTo, newFrom, newTo });
    oldFrom = oldTo + 1;
    newFrom = newTo + 1;
  }
  return changes;
}

function hunk(group: readonly Change[], before: readonly string[], after: readonly string[]): string {
  const first = group[0]!;
  const last = group.at(-1)!;
  const lead = Math.min(CONTEXT, first.oldFrom);
  const oldStart = first.oldFrom - lead;
  const newStart = first.newFrom - lead;
  const tail = Math.min(CONTEXT, before.length - last.oldTo);
  const body: string[] = [];
  let at = oldStart;
  for (const { oldFrom, oldTo, newFrom, newTo } of group) {
    body.push(...before.slice(at, oldFrom).map((line) => marked(' ', line)));
    body.push(...before.slice(oldFrom, oldTo).map((line) => marked('-', line)));
    body.push(...after.slice(newFrom, newTo).map((line) => marked('+', line)));
    at = oldTo;
  }
  body.push(...before.slice(at, last.oldTo + tail).map((line) => marked(' ', line)));
  const oldCount = last.oldTo + tail - oldStart;
  const newCount = last.newTo + tail - newStart;
  return `@@ -${range(oldStart, oldCount)} +${range(newStart, newCount)} @@\n${body.join('')}`;
}

/** 1-based; an empty range names the line before it. */
function range(start: number, count: number): string {
  return `${count === 0 ? start : start + 1}${count === 1 ? '' : `,${count}`}`;
}

function marked(sign: string, line: string): string {
  return line.endsWith('\n') ? sign + line : `${sign}${line}\n\\ No newline at end of file\n`;
}
