import type { MergedValues } from '../model/merged-values.ts';
import type { LineOrigin, ValueOrigin } from '../model/rendered-release.ts';
import { atAlias, type Span } from '../model/span.ts';
import type { ReleaseTemplate } from '../templates/chart/release-scopes.ts';
import type { Manifest, RenderedFile } from '../templates/chart/sort-manifests.ts';
import type { Context } from '../templates/value/context.ts';
import type { Written } from '../templates/value/origin.ts';
import { markSource, piecesOf } from '../templates/value/text-origin.ts';
import { pathOf, sourceParts, type ValuesSource } from '../templates/value/values-source.ts';

/** What origins are told in terms of. */
export interface OriginPlaces {
  readonly values: MergedValues;
  /** By the names that Helm gives templates. */
  readonly templates: ReadonlyMap<string, ReleaseTemplate>;
}

/** Where each line of a rendered object comes from. Linear in the pieces of its file. */
export function lineOrigins(
  { content, start, from }: Pick<Manifest, 'content' | 'start' | 'from'>,
  places: OriginPlaces,
): LineOrigin[] {
  const pieces = piecesOf(from.origin, from.text.length);
  const lines: LineOrigin[] = [];
  let piece = 0;
  let pieceStart = 0;
  let at = start;
  for (const line of content.split('\n')) {
    const end = at + line.length;
    while (piece < pieces.length && pieceStart + pieces[piece]!.length <= at) {
      pieceStart += pieces[piece]!.length;
      piece += 1;
    }
    const marks: { readonly mark: Written; readonly shown: string }[] = [];
    const sources: (ValuesSource | undefined)[] = [];
    for (let i = piece, offset = pieceStart; i < pieces.length && offset < end; i++) {
      const { length, mark } = pieces[i]!;
      const shown = from.text.slice(Math.max(offset, at), Math.min(offset + length, end));
      if (mark?.from === 'written' && (shown.trim() !== '' || line.trim() === ''))
        marks.push({ mark, shown });
      sources.push(markSource(mark));
      offset += length;
    }
    const told = marks.find(({ mark }) => mark.source !== undefined) ?? marks[0];
    lines.push({
      template: told && templateSpan(told.mark, told.shown, places),
      values: valuesOf(sources, places),
      decidedBy: valuesOf(
        marks.flatMap(({ mark }) => deciders(mark)),
        places,
      ),
    });
    at = end + 1;
  }
  return lines;
}

/** What chose a text, and the conditions around it, of the templates that wrote its parts too. */
function deciders(written: Written): (ValuesSource | undefined)[] {
  const sources: (ValuesSource | undefined)[] = [];
  for (let one: Written | undefined = written; one !== undefined; one = one.inner) {
    sources.push(one.decided);
    for (let at: Context | undefined = one.context; at !== undefined; at = at.outer) sources.push(at.source);
  }
  return sources;
}

/** Where the line of a rendered file comes from that the offset lies in. */
export function originAt(from: RenderedFile, offset: number, places: OriginPlaces): LineOrigin | undefined {
  const start = from.text.lastIndexOf('\n', offset - 1) + 1;
  const end = from.text.indexOf('\n', start);
  const content = from.text.slice(start, end === -1 ? undefined : end);
  return lineOrigins({ content, start, from }, places)[0];
}

/** The innermost place in a file: what `tpl` expands is none, then it is the place of the call. */
export function templateSpan(written: Written, shown: string, { templates }: OriginPlaces): Span | undefined {
  for (const one of innermostFirst(written)) {
    for (let context: Context | undefined = one.context; context !== undefined; context = context.outer) {
      const { file, text, start, end } = context.place;
      const template = templates.get(file);
      if (template === undefined) continue;
      const at = context.kind === 'write' ? lineInside(text, start, end, shown.trim()) : undefined;
      return { source: template.source, ...(at ?? { start, end }) };
    }
  }
  return undefined;
}

/** Plain text of a template goes over many lines; this one is in it as it is, at best as a line of its own. */
function lineInside(
  text: string,
  start: number,
  end: number,
  shown: string,
): { start: number; end: number } | undefined {
  let first: number | undefined;
  for (let at = text.indexOf(shown, start); at !== -1; at = text.indexOf(shown, at + 1)) {
    const past = at + shown.length;
    if (past > end || shown === '') break;
    first ??= at;
    if (
      /^[ \t]*$/.test(text.slice(text.lastIndexOf('\n', at - 1) + 1, at)) &&
      /^[ \t]*(?:\r?\n|\{|$)/.test(text.slice(past, past + 80))
    )
      return { start: at, end: past };
  }
  return first === undefined ? undefined : { start: first, end: first + shown.length };
}

function innermostFirst(written: Written): Written[] {
  const all: Written[] = [];
  for (let one: Written | undefined = written; one !== undefined; one = one.inner) all.unshift(one);
  return all;
}

function valuesOf(sources: readonly (ValuesSource | undefined)[], { values }: OriginPlaces): ValueOrigin[] {
  const seen = new Set<unknown>();
  const found: ValueOrigin[] = [];
  for (const part of sources.flatMap((source) => sourceParts(source))) {
    if (part.from !== 'place' || seen.has(part)) continue;
    seen.add(part);
    const path = pathOf(part);
    const { span, ...rest } = values.locate(path, 'value');
    found.push({ path, ...rest, span: atAlias(span) });
  }
  return found;
}
