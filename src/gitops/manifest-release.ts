import type { Finding } from '../model/finding.ts';
import type { Layer } from '../model/layer.ts';
import type { Span } from '../model/span.ts';
import type { ChartReference } from './chart-reference.ts';

/** A release that a manifest describes, with the values that it gives, as its tool would hand them to Helm. */
export interface ManifestRelease {
  /** The kind as people know it: `HelmRelease`, `Application`, `helmfile release`. */
  readonly kind: string;
  readonly name: string;
  /** Where it is written. */
  readonly namespace?: string | undefined;
  /** What Helm calls it and where it goes, for rendering; its own name and namespace by default. */
  readonly releaseName?: string | undefined;
  readonly targetNamespace?: string | undefined;
  /** Undefined when the manifest does not say which chart: then only generic rules run. */
  readonly chart: ChartReference | undefined;
  /** The values, weakest first: files and maps as layers of the kind `values-file`, parameters as those of `--set`. */
  readonly layers: readonly Layer[];
  /** What stands for the release: its name. */
  readonly at: Span;
  /** Absolute: the manifest that makes it a release, then everything else that decides about it and is there. */
  readonly files: readonly string[];
  /** What is wrong with the manifest itself. */
  readonly findings: readonly Finding[];
  /** It is a patch alone: what it patches, and so the chart, is somewhere else. */
  readonly isPatch?: boolean;
  /** The tool does not ask the chart's schema. */
  readonly skipsSchema?: boolean;
  /** The values.yaml of the chart counts for nothing: `layers` hold what stands in its place. */
  readonly withoutDefaults?: boolean;
  /** Values that nobody can know here: text that is filled in later. Nothing is said about them. */
  readonly unknown?: readonly (readonly (string | number)[])[];
  /** Where more values come from that nobody can read here: they may set anything. */
  readonly open?: readonly OpenSource[];
  /** Values of which nothing is said: `findings` call them mistakes already, or a Secret holds them. */
  readonly mistaken?: readonly (readonly (string | number)[])[];
}

/** Values that are not here. */
export interface OpenSource {
  readonly at: Span;
  /** As people know it: `values.yaml.gotmpl`, `Secret "db"`. */
  readonly name: string;
  /** A finding says already that it is not there. */
  readonly isSaid?: boolean;
}
