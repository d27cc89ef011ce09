import type { TextEdit } from '../model/fix.ts';
import type { JsonObject } from '../model/json-value.ts';
import type { RefusedFix } from '../model/lint-result.ts';
import type { Source } from '../model/source.ts';
import { applyEdits } from './apply-edits.ts';
import { changedPaths } from './changed-paths.ts';
import type { Fixable } from './choose-fixes.ts';

/** What a text holds as values, or undefined when Helm does not read it. */
export type ReadValues = (source: Source, text: string) => JsonObject | undefined;

/** Whether a text is a manifest, in which values are a part: `ReadValues` gives all of it then. */
export type IsManifest = (source: Source, text: string) => boolean;

/** What became of some fixes. */
export interface FixedTexts {
  /** The new text of each file that changed, by its id. */
  readonly texts: ReadonlyMap<string, string>;
  readonly applied: readonly Fixable[];
  readonly refused: readonly RefusedFix[];
}

/**
 * Applies fixes that do not overlap. A fix after which a file does not parse, or that changes values other than those it
 * names, is left out.
 */
export function fixTexts(
  fixes: readonly Fixable[],
  sources: ReadonlyMap<string, string>,
  read: ReadValues,
  isManifest: IsManifest = () => false,
): FixedTexts {
  const refused: RefusedFix[] = [];
  const applied: Fixable[] = [];
  // Halves, so that one bad fix among many costs few attempts.
  const sift = (some: readonly Fixable[]): void => {
    const { problem } = tryFixes(some, sources, read, isManifest);
    const [finding] = some;
    if (problem === undefined) applied.push(...some);
    else if (some.length === 1 && finding !== undefined) refused.push({ finding, reason: problem });
    else {
      sift(some.slice(0, some.length >> 1));
      sift(some.slice(some.length >> 1));
    }
  };
  sift(fixes);
  const rest = tryFixes(applied, sources, read, isManifest);
  if (rest.problem === undefined) return { texts: rest.texts, applied, refused };
  const reason = `together with other fixes ${rest.problem}`;
  return {
    texts: new Map(),
    applied: [],
    refused: [...refused, ...applied.map((finding) => ({ finding, reason }))],
  };
}

function tryFixes(
  fixes: readonly Fixable[],
  sources: ReadonlyMap<string, string>,
  read: ReadValues,
  isManifest: IsManifest,
): { texts: Map<string, string>; problem: string | undefined } {
  const edits = new Map<string, { readonly source: Source; readonly its: TextEdit[] }>();
  for (const { fix } of fixes) {
    for (const edit of fix.edits) {
      const { source } = edit.span;
      const known = edits.get(source.id);
      if (known === undefined) edits.set(source.id, { source, its: [edit] });
      else known.its.push(edit);
    }
  }
  const named = fixes.flatMap(({ fix }) => fix.paths ?? []);
  const texts = new Map<string, string>();
  for (const [id, { source, its }] of edits) {
    const before = sources.get(id) ?? '';
    const after = applyEdits(before, its);
    if (after === before) continue;
    const problem = problemWith(read(source, before), read(source, after), named, isManifest(source, before));
    if (problem !== undefined) return { texts, problem };
    texts.set(id, after);
  }
  return { texts, problem: undefined };
}

function problemWith(
  before: JsonObject | undefined,
  after: JsonObject | undefined,
  named: readonly string[],
  isAround: boolean,
): string | undefined {
  if (after === undefined) return 'Helm could not read the file any more';
  // A file that could not be read before has no values to compare with.
  const changed = before === undefined ? [] : changedPaths(before, after);
  const allowed = new Set(named);
  const isAllowed = (pointer: string): boolean =>
    isWithin(pointer, allowed) || (isAround && endsWithin(pointer, named));
  const other = changed.find((pointer) => !isAllowed(pointer));
  return other === undefined ? undefined : `it would also change ${other === '' ? 'everything' : other}`;
}

/** Whether the pointer or one of its ancestors is in the set. */
function isWithin(pointer: string, allowed: ReadonlySet<string>): boolean {
  for (let end = pointer.length; end >= 0; end = pointer.lastIndexOf('/', end - 1)) {
    if (allowed.has(pointer.slice(0, end))) return true;
    if (end === 0) return false;
  }
  return false;
}

/** Whether the pointer leads to one of the paths, or below it, from somewhere inside. */
function endsWithin(pointer: string, named: readonly string[]): boolean {
  return named.some((path) => path !== '' && `${pointer}/`.includes(`${path}/`));
}
