import type { EntryPart } from './entry-part.ts';
import type { JsonObject, JsonValue } from './json-value.ts';
import type { Layer } from './layer.ts';
import type { Span } from './span.ts';
import type { ValuesPath } from './values-path.ts';

/** Where a value of a release is written. */
export interface Origin {
  readonly span: Span;
  /** False when no file writes the value (a profile's default): the span is then the closest written ancestor's. */
  readonly written: boolean;
  /** The layer that writes it, if one does. */
  readonly layer?: Layer;
}

/** The chart whose templates see a value as its own. */
export interface ValuesOwner {
  /** Where the values of the chart sit in the release: `[]` for the chart at the top. */
  readonly scope: ValuesPath;
  /** Whether the path lies below the name of a dependency that is turned off or not there. */
  readonly isOff: boolean;
}

/** The effective values of a release, with provenance. */
export interface MergedValues {
  readonly data: JsonObject;
  /** Weakest first. */
  readonly layers: readonly Layer[];
  /** Where the winning layer wrote the path. Never fails. */
  locate(path: ValuesPath, part: EntryPart): Origin;
  /** The layers that write something at the path, weakest first; the last one wins. */
  layersSetting(path: ValuesPath): readonly Layer[];
  /** What the chart's own defaults hold at the path. */
  defaultAt(path: ValuesPath): JsonValue | undefined;
  /** Where `import-values` of charts put copies of the default at the path. */
  importsOf(path: ValuesPath): readonly ValuesPath[];
  /** Whose values the path is. */
  ownerOf(path: ValuesPath): ValuesOwner;
  /** Whether a user layer writes the path and the effective value differs from the chart's default. */
  changedByUser(path: ValuesPath): boolean;
}
