import type { JsonObject } from './json-value.ts';
import type { Source } from './source.ts';
import type { Span } from './span.ts';
import type { ValuesDocument } from './values-document.ts';
import type { ValuesPath } from './values-path.ts';

/** Where a layer comes from, in Helm's order of precedence from weak to strong (`pkg/cli/values/options.go`). */
export type LayerKind =
  | 'subchart-defaults'
  | 'chart-defaults'
  | 'values-file'
  | 'set-json'
  | 'set'
  | 'set-string'
  | 'set-file'
  | 'set-literal';

/** One source of values. */
export interface Layer {
  readonly kind: LayerKind;
  /** For people: `values-prod.yaml`, `--set image.tag=1.2`, `defaults of colonyos 0.0.4`. */
  readonly label: string;
  readonly data: JsonObject;
  /** Absent when no file of the user holds the layer (defaults of a chart profile). */
  readonly document?: ValuesDocument;
  /** Where the layer's root sits in the release's values: `[]`, or `['redis']` for a subchart's defaults. */
  readonly scope: ValuesPath;
  /** A Secret holds it: every text and number in it is one, whatever it is called. */
  readonly isSecret?: boolean;
  /** Only on flags: they are parsed into what the weaker user layers give (`--set a[1]=x` edits their list). */
  readonly flag?: FlagText;
  /** Only where a manifest sets single values the way `--set` does: what to do there instead of writing or deleting quotes. */
  readonly words?: ParameterWords;
}

/** How whoever writes a parameter in a manifest gets another type. */
export interface ParameterWords {
  /** A sentence: what makes text of it. */
  readonly asText: string;
  /** A sentence: what makes a number, a boolean or null of it. */
  readonly asTyped: string;
}

/** What follows the name of a `--set…` flag. */
export interface FlagText {
  readonly text: string;
  /** With `--set-file`: the text of each file, by the path as the flag names it. */
  readonly files?: ReadonlyMap<string, string>;
  /** Where a part of the text is written, when a manifest says it and not a command line. */
  readonly place?: (start: number, end: number) => Span;
}

/** Whether the layer is one of the files: a chart's own values.yaml that is linted. */
export function isAmong({ document }: Layer, files: readonly Source[]): boolean {
  return document !== undefined && files.some(({ id }) => id === document.source.id);
}

/** Whether the layer is what somebody wrote for this release, as opposed to defaults that a chart brings along. */
export function isUserLayer(layer: Layer): boolean {
  return layer.kind !== 'chart-defaults' && layer.kind !== 'subchart-defaults';
}
