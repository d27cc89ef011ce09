import type { ChartTree, ValuesSchema } from '../chart/chart-tree.ts';
import type { DetectedBy } from '../model/chart-profile.ts';
import type { JsonObject, JsonValue } from '../model/json-value.ts';
import type { Layer } from '../model/layer.ts';
import type { LintContext } from '../model/lint-context.ts';
import type { ReleaseId } from '../model/release-id.ts';
import type { RenderSettings } from '../model/render-settings.ts';
import type { RuledProfile } from '../model/ruled-profile.ts';
import type { Source } from '../model/source.ts';
import type { ValuesDocument } from '../model/values-document.ts';
import type { ValuesPath } from '../model/values-path.ts';
import { namedForProduction } from './named-environment.ts';

/** What one release is made of, before anything is merged. */
export interface ReleaseInput {
  readonly id: ReleaseId;
  /** For people, when a finding is about several releases: the name of a stack, else the strongest file. */
  readonly name: string;
  /** The name that the configuration gives the release. */
  readonly stack?: string;
  /** What a manifest calls it: `HelmRelease`; undefined for values files. */
  readonly kind?: string;
  /** The Chart.yaml of a chart that has no values file: the place of what has no other. */
  readonly chartFile?: Source;
  /** The user's files, in the order in which Helm would read them. */
  readonly files: readonly Source[];
  /** Weakest first. */
  readonly layers: readonly Layer[];
  readonly chart: RuledProfile | undefined;
  readonly detectedBy: DetectedBy;
  readonly schema: ValuesSchema | undefined;
  /** A schema for what the user's files say, beside that of the chart. */
  readonly editorSchema?: ValuesSchema;
  /** Undefined when the chart is not on disk: then it has no subcharts that could be seen. */
  readonly tree: ChartTree | undefined;
  /** What other values files say, each laid over the chart in a release of its own; read when asked. */
  readonly overlays?: () => readonly JsonObject[];
  readonly context: LintContext;
  /** Values that nobody can know here, since something fills them in later: nothing is said about them. */
  readonly unknown?: readonly ValuesPath[];
  /** Whether more values come from where nobody can read them here: nothing is said about what the user's files do not set. */
  readonly isOpen?: boolean;
  /** Merge as this version of Helm does; the newest by default. */
  readonly helmVersion?: string;
  /** The release and the cluster that the chart is rendered for. */
  readonly rendering?: RenderSettings;
  /** Manifests that define custom resources, besides those that the chart brings. Read when they are asked for. */
  readonly definitions?: () => readonly JsonValue[];
}

/** The parts of a release, each found or read already. */
export interface ReleaseParts
  extends Pick<
    ReleaseInput,
    | 'id'
    | 'stack'
    | 'kind'
    | 'chartFile'
    | 'detectedBy'
    | 'context'
    | 'unknown'
    | 'isOpen'
    | 'helmVersion'
    | 'rendering'
    | 'definitions'
  > {
  readonly name?: string;
  /** The user's values files, weakest first. */
  readonly files: readonly { readonly source: Source; readonly document: ValuesDocument }[];
  /** What a manifest gives, weaker than the files. */
  readonly layers?: readonly Layer[];
  /** `--set…` flags and what stands for them, weakest first. */
  readonly flags: readonly Layer[];
  readonly chart:
    | (Pick<ReleaseInput, 'schema' | 'editorSchema' | 'overlays' | 'tree'> & {
        readonly profile: RuledProfile;
        /** The chart's own values; undefined when nobody knows them. */
        readonly defaults: Layer | undefined;
      })
    | undefined;
}

/** The one way to make a release. The chart's own values file is its defaults, not a layer over them. */
export function releaseInput({
  name,
  files,
  layers: given = [],
  flags,
  chart,
  context,
  ...rest
}: ReleaseParts): ReleaseInput {
  const defaults = chart?.defaults;
  const sources = sourcesOf(given, files);
  const layers: Layer[] = defaults === undefined ? [] : [defaults];
  layers.push(...given);
  for (const { source, document } of files) {
    if (document === defaults?.document) continue;
    layers.push({ kind: 'values-file', label: source.shown, data: document.data, document, scope: [] });
  }
  return {
    ...rest,
    context: withName(context, sources, folderOf(chart?.tree?.chart)),
    name: name ?? rest.stack ?? files.at(-1)?.source.shown ?? '',
    files: sources,
    layers: [...layers, ...flags],
    chart: chart?.profile,
    schema: chart?.schema,
    ...(chart?.editorSchema === undefined ? {} : { editorSchema: chart.editorSchema }),
    tree: chart?.tree,
    ...(chart?.overlays === undefined ? {} : { overlays: chart.overlays }),
  };
}

/** The user's texts, each once. */
function sourcesOf(layers: readonly Layer[], files: ReleaseParts['files']): Source[] {
  const ofLayers = layers.flatMap(({ document }) => (document === undefined ? [] : [document.source]));
  const all = [...ofLayers, ...files.map(({ source }) => source)];
  return layers.length === 0 ? all : all.filter(({ id }, i) => all.findIndex((one) => one.id === id) === i);
}

/** What the user says about the environment counts before the name of a file. */
function withName(context: LintContext, files: readonly Source[], chartFolder: string): LintContext {
  if (context.environment !== undefined) return context;
  const named = namedForProduction(files, chartFolder);
  return named === undefined ? context : { ...context, namedForProduction: named.shown };
}

/** The folder of a chart with templates of its own, as reports show it; an umbrella may be made for one environment. */
function folderOf(chart: ChartTree['chart'] | undefined): string {
  const shown = chart?.values.document?.source.shown;
  if (shown === undefined || (chart?.templates?.().length ?? 0) === 0) return '';
  return shown.slice(0, shown.lastIndexOf('/') + 1);
}
