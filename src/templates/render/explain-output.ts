import type { ValuesPath } from '../../model/values-path.ts';
import type { Context, TemplatePlace } from '../value/context.ts';
import type { Mark, Origin, Written } from '../value/origin.ts';
import { originAt } from '../value/text-origin.ts';
import { pathOf, sourceParts, type ValuesSource } from '../value/values-source.ts';

/** Where one piece of a rendered template comes from. */
export interface PieceOrigin {
  /** The piece: offsets in the text, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
  /** The nodes that wrote it: first the one of the file itself, then what wrote it in the template that was included there. */
  readonly writers: readonly TemplatePlace[];
  /** The values that are in it. */
  readonly values: readonly ValuesPath[];
  /** The functions whose result cannot be foreseen that are in it. */
  readonly unforeseen: readonly string[];
  /** The values that chose it without being in it. */
  readonly chosenBy: readonly ValuesPath[];
  /** The branches that it stands in, innermost first. */
  readonly branches: readonly BranchOrigin[];
}

/** An `if`, `with` or `range` that was entered. */
export interface BranchOrigin {
  readonly place: TemplatePlace;
  /** Whether the condition held; in the `else` part it did not. */
  readonly taken: boolean;
  /** The values that the condition read. */
  readonly values: readonly ValuesPath[];
}

/** What the piece at the offset comes from; undefined when the rendering was not traced or the offset is beyond the text. */
export function explainOutput(origin: Origin | undefined, offset: number): PieceOrigin | undefined {
  const found = origin?.from === 'pieces' ? originAt(origin, offset) : undefined;
  if (found === undefined) return undefined;
  const writers: TemplatePlace[] = [];
  const branches: BranchOrigin[] = [];
  let chosen: ValuesSource[] = [];
  for (let one = writtenOf(found.mark); one !== undefined; one = one.inner) {
    writers.push(one.context.place);
    if (one.decided !== undefined) chosen = [...chosen, one.decided];
    // What an inner template stands in says all that is around it.
    if (one.inner === undefined) branches.push(...branchesOf(one.context));
    else if (!surrounds(one.context, innermost(one).context)) branches.push(...branchesOf(one.context));
  }
  const source = writtenOf(found.mark)?.source;
  return {
    start: found.start,
    end: found.end,
    writers,
    values: pathsOf([source]),
    unforeseen: sourceParts(source).flatMap((part) => (part.from === 'unforeseen' ? [part.what] : [])),
    chosenBy: pathsOf(chosen),
    branches: branches.filter(({ place }, i) => branches.findIndex((other) => other.place === place) === i),
  };
}

const writtenOf = (mark: Mark | undefined): Written | undefined =>
  mark?.from === 'written' ? mark : undefined;

function innermost(written: Written): Written {
  let one = written;
  while (one.inner !== undefined) one = one.inner;
  return one;
}

/** Whether the inner text was written while the outer context was the same: not kept in a variable from elsewhere. */
function surrounds(outer: Context, inner: Context): boolean {
  for (let at = inner.outer; at !== undefined; at = at.outer) if (at === outer.outer) return true;
  return outer.outer === undefined;
}

function branchesOf(context: Context): BranchOrigin[] {
  const branches: BranchOrigin[] = [];
  for (let at = context.outer; at !== undefined; at = at.outer) {
    if (at.kind === 'branch')
      branches.push({ place: at.place, taken: at.taken, values: pathsOf([at.source]) });
  }
  return branches;
}

function pathsOf(sources: readonly (ValuesSource | undefined)[]): ValuesPath[] {
  const parts = new Set(sources.flatMap(sourceParts));
  return [...parts].flatMap((part) => (part.from === 'place' ? [pathOf(part)] : []));
}
