import { absolutePath, keptPath } from '../files/kept-facts.ts';
import type { ReleaseFindings } from '../lint/lint-release.ts';
import type { ControlComment } from '../model/control-comment.ts';
import type { Finding } from '../model/finding.ts';
import type { ReleaseId } from '../model/release-id.ts';
import type { Source } from '../model/source.ts';

/** What is found in a release and where its comments are: everything of it that has spans. */
export interface SpannedRelease {
  readonly linted: ReleaseFindings;
  readonly reading: readonly Finding[];
  /** Of the values files that it read, by their ids. */
  readonly comments: ReadonlyMap<string, readonly ControlComment[]>;
}

/** A release as text without line breaks, in which numbers stand for sources. */
export interface PackedRelease {
  readonly body: string;
  /** Without the absolute paths of files below the working directory. */
  readonly sources: readonly Source[];
}

/** Makes a text of a release. */
export function packRelease({ linted, reading, comments }: SpannedRelease, cwd: string): PackedRelease {
  const sources = new Map<string, { readonly index: number; readonly source: Source }>();
  const indexOf = (source: Source): number => {
    const known = sources.get(source.id) ?? { index: sources.size, source };
    sources.set(source.id, known);
    return known.index;
  };
  const { id: _, ...rest } = linted;
  const body = JSON.stringify({ linted: rest, reading, comments: [...comments.values()] }, (key, value) => {
    if (key === 'source') return indexOf(value as Source);
    return key === 'files' ? (value as Source[]).map(indexOf) : value;
  });
  const kept = Array.from(sources.values(), ({ source }) =>
    source.kind === 'file' ? { ...source, id: keptPath(source.id, cwd) } : source,
  );
  return { body, sources: kept };
}

/** The release that was packed; its id is not kept. Throws for any other text. */
export function unpackRelease(packed: PackedRelease, id: ReleaseId, cwd: string): SpannedRelease {
  const sources = packed.sources.map((source) =>
    source.kind === 'file' ? { ...source, id: absolutePath(source.id, cwd) } : source,
  );
  const { linted, reading, comments } = JSON.parse(packed.body, (key, value) => {
    if (key === 'source') return sources[value as number];
    return key === 'files' ? (value as number[]).map((index) => sources[index]) : value;
  }) as Pick<SpannedRelease, 'linted' | 'reading'> & { readonly comments: ControlComment[][] };
  return {
    linted: { ...linted, id },
    reading,
    comments: new Map(
      comments.flatMap((spans) => (spans[0] === undefined ? [] : [[spans[0].source.id, spans]])),
    ),
  };
}

/** Every source that a report of the findings may quote. */
export function sourcesIn({
  linted,
  reading,
}: Pick<SpannedRelease, 'linted' | 'reading'>): Map<string, Source> {
  const spans = [...reading, ...linted.findings].flatMap(({ span, related, fix }) => [
    span,
    ...related.map((one) => one.span),
    ...(fix?.edits ?? []).map((edit) => edit.span),
  ]);
  return new Map(spans.map(({ source }) => [source.id, source]));
}
