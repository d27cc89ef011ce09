import { formatPath } from '../model/format-path.ts';
import { toPointer } from '../model/json-pointer.ts';
import type { LineIndex } from '../model/line-index.ts';
import type {
  LineOrigin,
  RenderedDocument,
  RenderedRelease,
  ValueOrigin,
} from '../model/rendered-release.ts';
import type { Source } from '../model/source.ts';
import type { Span } from '../model/span.ts';

type Lines = (source: Source) => LineIndex;

/** A part of the printed text. */
export interface PrintedPart {
  readonly content: string;
  /** Offset in the whole text. */
  readonly start: number;
}

/** The printed text, or parts of it, with the origin of each line behind it. */
export function withLineOrigins(
  { documents, starts }: RenderedRelease,
  { content, start }: PrintedPart,
  lines: Lines,
): string {
  const origins = new Map<number, LineOrigin>();
  for (const [i, document] of documents.entries()) {
    let at = starts[i]!;
    if (at >= start + content.length || at + document.content.length < start) continue;
    const own = document.lineOrigins();
    for (const [number, line] of document.content.split('\n').entries()) {
      origins.set(at, own[number]!);
      at += line.length + 1;
    }
  }
  let at = start;
  const shown = content.split('\n').map((line) => {
    const origin = origins.get(at);
    at += line.length + 1;
    return line.trim() === '' || origin === undefined ? line : `${line}${behind(origin, lines)}`;
  });
  return shown.join('\n');
}

function behind({ template, values }: LineOrigin, lines: Lines): string {
  const places = values.map(({ path, span, written }) => {
    const name = formatPath(path);
    return written ? `${place(span, lines)} ${name}` : name;
  });
  const from = places.length === 0 ? '' : ` <- ${places.join(', ')}`;
  return template === undefined && from === '' ? '' : `  # ${template ? place(template, lines) : ''}${from}`;
}

function place({ source, start }: Span, lines: Lines): string {
  return source.kind === 'flag' ? source.shown : `${source.shown}:${lines(source).positionAt(start).line}`;
}

/** The objects as JSON; with `lines` the origin of each line. Their texts go through `hide`. */
export function renderingAsJson(
  documents: readonly RenderedDocument[],
  lines: Lines | undefined,
  hide: (text: string) => string,
): string {
  const manifests = documents.map((document) => {
    const { source, apiVersion, kind, name, isHook, content } = document;
    const origins = lines && document.lineOrigins().map((origin, i) => jsonOrigin(origin, i, lines));
    return { source, apiVersion, kind, name, isHook, text: hide(content), ...(origins && { origins }) };
  });
  return `${JSON.stringify({ version: 1, manifests }, null, 2)}\n`;
}

function jsonOrigin({ template, values, decidedBy }: LineOrigin, index: number, lines: Lines): object {
  const told = ({ path, span, written }: ValueOrigin): object => ({
    path: toPointer(path),
    ...(written && position(span, lines)),
  });
  return {
    line: index + 1,
    ...(template && { template: position(template, lines) }),
    values: values.map(told),
    decidedBy: decidedBy.map(told),
  };
}

function position({ source, start }: Span, lines: Lines): object {
  const { line, column } = lines(source).positionAt(start);
  return { file: source.shown, line, column };
}
