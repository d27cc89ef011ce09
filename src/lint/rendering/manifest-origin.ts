import type { EntryPart } from '../../model/entry-part.ts';
import type { JsonObject, JsonValue } from '../../model/json-value.ts';
import type { Span } from '../../model/span.ts';
import { type ValuesPath, valueAt } from '../../model/values-path.ts';
import type { Manifest } from '../../templates/chart/sort-manifests.ts';
import type { Context, TemplatePlace } from '../../templates/value/context.ts';
import type { Written } from '../../templates/value/origin.ts';
import { piecesOf, sliceOrigin, type TextPiece } from '../../templates/value/text-origin.ts';
import { pathOf, sourceParts, type ValuesSource } from '../../templates/value/values-source.ts';
import { type OriginPlaces, templateSpan } from '../line-origins.ts';
import { asksForApis } from './asks-the-cluster.ts';

/** What a place of a manifest comes from. */
export interface ManifestOrigin {
  /** The values that are in it; of a map that came whole from the values, that map. */
  readonly values: readonly ValuesPath[];
  /** The values that decided whether it is there, innermost first. */
  readonly decided: readonly ValuesPath[];
  /** Where a template writes it. */
  readonly template: Span | undefined;
  /** Whether it is there because the cluster of `helm template` has, or lacks, an API. */
  readonly asksForApis: boolean;
}

/**
 * The origin of a key or value of a manifest; of a value that rendered as nothing, the item of a list that it belongs to.
 * Linear in the pieces of its text.
 */
export function manifestOrigin(
  manifest: Manifest,
  path: ValuesPath,
  part: EntryPart,
  places: OriginPlaces,
): ManifestOrigin {
  const own = originOf(manifest, path, part, places);
  const value = valueAt(manifest.document.data, path);
  // An empty text has no letters that came from a value: what it was made of decided it.
  if (value === '' && own.values.length === 0 && part === 'value') return { ...own, values: own.made };
  const isNothing = value === null && path.length > 0;
  if (own.values.length > 0 || !isNothing) return own;
  for (let around = path.slice(0, -1); around.length > 0; around = around.slice(0, -1)) {
    const { values } = originOf(manifest, around, 'value', places);
    if (values.length > 0) return { ...own, values };
    if (typeof around.at(-1) === 'number') break;
  }
  return own;
}

function originOf(
  manifest: Manifest,
  path: ValuesPath,
  part: EntryPart,
  places: OriginPlaces,
): ManifestOrigin & { readonly made: readonly ValuesPath[] } {
  const { document, from, start: offset } = manifest;
  const { start, end } = document.locate(path, part);
  const pieces = piecesBetween(from, offset + start, offset + Math.max(end, start + 1));
  const written = pieces.map(({ mark }) => writtenOf(mark)).filter((one) => one !== undefined);
  // What indents a text and stands between its words comes from the whole of it.
  const words = pieces.filter(({ shown }) => !isBetween(shown));
  // An empty map or list has no words.
  const told = words.length > 0 ? words : pieces.filter(({ shown }) => shown.trim() !== '');
  const inside = pathsOf(told.map(({ mark }) => sourceIn(mark)));
  const isWhole = pieces.every(({ mark, shown }) => isBetween(shown) || sourceIn(mark) !== undefined);
  const value = valueAt(document.data, path);
  const isScalar = !isContainer(value);
  const [first] = written;
  return {
    values: isScalar || part === 'key' ? inside : mapIn(inside, isWhole, value, places.values.data),
    decided: pathsOf(written.slice(0, 1).flatMap(deciders)),
    made: pathsOf(written.map(({ decided }) => decided)),
    asksForApis: first !== undefined && placesOf(first).some(asksForApis),
    template:
      first && templateSpan(first, pieces.find(({ mark }) => writtenOf(mark) === first)!.shown, places),
  };
}

/** The values that are in a part of a manifest; offsets are those of its content. Linear in the pieces of its file. */
export function valuesBetween({ from, start: offset }: Manifest, start: number, end: number): ValuesPath[] {
  return pathsOf(piecesBetween(from, offset + start, offset + end).map(({ mark }) => sourceIn(mark)));
}

const isBetween = (shown: string): boolean => /^[\s:,{}[\]-]*$/.test(shown);

interface ShownPiece {
  readonly mark: TextPiece['mark'];
  readonly shown: string;
}

function piecesBetween({ origin, text }: Manifest['from'], start: number, end: number): ShownPiece[] {
  let at = start;
  const last = Math.min(end, text.length);
  return piecesOf(sliceOrigin(origin, start, last), last - start).map(({ length, mark }) => {
    const shown = text.slice(at, at + length);
    at += length;
    return { mark, shown };
  });
}

const writtenOf = (mark: TextPiece['mark']): Written | undefined =>
  mark?.from === 'written' ? mark : undefined;

const sourceIn = (mark: TextPiece['mark']): ValuesSource | undefined =>
  mark?.from === 'written' ? mark.source : mark;

/** Every action, branch and call that the text was written in. */
function placesOf(written: Written): TemplatePlace[] {
  const places: TemplatePlace[] = [];
  for (let one: Written | undefined = written; one !== undefined; one = one.inner)
    for (let at: Context | undefined = one.context; at !== undefined; at = at.outer) places.push(at.place);
  return places;
}

/** What chose the text, and the conditions around it. */
function deciders({ decided, context }: Written): (ValuesSource | undefined)[] {
  const sources: (ValuesSource | undefined)[] = [decided];
  for (let at: Context | undefined = context; at !== undefined; at = at.outer)
    if (at.kind === 'branch') sources.push(at.source);
  return sources;
}

function pathsOf(sources: readonly (ValuesSource | undefined)[]): ValuesPath[] {
  const parts = new Set(sources.flatMap((source) => sourceParts(source)));
  return [...parts].flatMap((part) => (part.from === 'place' ? [pathOf(part)] : []));
}

/** The map of the values that a map of a manifest is made of; its single values where there is none. */
function mapIn(
  inside: readonly ValuesPath[],
  isWhole: boolean,
  map: JsonValue | undefined,
  data: JsonObject,
): readonly ValuesPath[] {
  const [first, ...others] = inside;
  if (first === undefined) return [];
  let length = first.length;
  for (const other of others) {
    let same = 0;
    while (same < length && other[same] === first[same]) same += 1;
    length = same;
  }
  let common = first.slice(0, length);
  if (isWhole) {
    // A single value deep in the map: what lies around it in the map lies around it in the values.
    for (let below = common.length - 1; below > 0; below--)
      if (valueAt(map, common.slice(-below)) !== undefined) return [common.slice(0, -below)];
    return common.length > 0 ? [common] : inside;
  }
  if (common.length > 1 && !isContainer(valueAt(data, common))) common = common.slice(0, -1);
  // A map that the template writes is its own; one for each item of a list is the item's.
  while (common.length > 0 && typeof common.at(-1) !== 'number') common = common.slice(0, -1);
  return common.length > 0 ? [common] : [];
}

function isContainer(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
