import type { Span } from './span.ts';
import type { ValuesPath } from './values-path.ts';

/** What Helm would hand to the cluster, in the order in which `helm template` prints it. */
export interface RenderedRelease {
  readonly documents: readonly RenderedDocument[];
  /** The whole text, and where the content of each document starts in it. */
  readonly text: string;
  readonly starts: readonly number[];
}

/** One object of a release. */
export interface RenderedDocument {
  /** The template that wrote it, as Helm calls it: `shop/charts/redis/templates/service.yaml`. */
  readonly source: string;
  readonly kind: string;
  readonly apiVersion: string;
  readonly name: string;
  readonly content: string;
  readonly isHook: boolean;
  /** One for each line of the content. */
  lineOrigins(): LineOrigin[];
}

/** Where a line of a rendered object comes from. */
export interface LineOrigin {
  /** The place of the template that wrote it; of several the one that values went into. */
  readonly template: Span | undefined;
  /** The values that are part of it. */
  readonly values: readonly ValueOrigin[];
  /** The values that decided that it is there and what it says without being part of it: conditions of templates. */
  readonly decidedBy: readonly ValueOrigin[];
}

/** A value that went into a text, and where it is written. */
export interface ValueOrigin {
  readonly path: ValuesPath;
  readonly span: Span;
  /** False when no file writes it: the span is then the closest written ancestor's. */
  readonly written: boolean;
}
