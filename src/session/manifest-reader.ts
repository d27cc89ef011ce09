import type { ChartFinder } from '../chart/chart-finder.ts';
import type { KnownChart } from '../chart/known-chart.ts';
import type { SourceFiles } from '../documents/source-files.ts';
import { localCharts } from '../gitops/local-charts.ts';
import { openRepository } from '../gitops/open-repository.ts';
import { type NamedRelease, releasesIn } from '../gitops/releases-in.ts';
import type { Repository } from '../gitops/repository.ts';
import type { ReleaseParts } from '../lint/release-input.ts';
import type { Finding } from '../model/finding.ts';
import type { Layer } from '../model/layer.ts';
import { mergePatch } from '../model/merge-patch.ts';
import type { ReleaseId } from '../model/release-id.ts';
import type { RenderSettings } from '../model/render-settings.ts';
import type { ValuesPath } from '../model/values-path.ts';
import type { LintOptions } from '../project/lint-options.ts';
import { manifestScope } from '../project/manifest-scope.ts';
import { otherVersion } from './other-version.ts';
import { filledInLater, leftOut, unknownChart } from './release-notes.ts';

/** The parts of a release that its manifest decides about. */
export type ManifestParts = Pick<
  ReleaseParts,
  'chart' | 'detectedBy' | 'kind' | 'name' | 'unknown' | 'isOpen' | 'rendering'
> & {
  readonly layers: readonly Layer[];
};

/** Reads releases from manifests, and finds their charts. */
export class ManifestReader {
  readonly #sources: SourceFiles;
  readonly #repository: Repository;
  readonly #charts: ChartFinder;
  readonly #releases = new Map<string, () => readonly NamedRelease[]>();

  constructor(options: LintOptions, sources: SourceFiles, charts: ChartFinder) {
    this.#sources = sources;
    this.#charts = charts;
    this.#repository = openRepository(sources, manifestScope(sources.files, options));
  }

  /** The release of that id in a manifest (absolute); without parts when it is not there any more. */
  async read(
    manifest: string,
    id: ReleaseId,
  ): Promise<{ readonly parts: ManifestParts | undefined; readonly findings: readonly Finding[] }> {
    const releases =
      this.#releases.get(manifest) ??
      this.#sources.files.shared(() => releasesIn(manifest, this.#repository));
    this.#releases.set(manifest, releases);
    const release = releases().find((one) => one.id === id.name);
    const read = this.#repository.manifest(manifest);
    if (read !== undefined) this.#sources.note(read.source, read.text);
    if (release === undefined) return { parts: undefined, findings: read?.findings ?? [] };
    for (const { document } of release.layers)
      if (document !== undefined) this.#sources.note(document.source, document.text);
    for (const { span } of release.findings)
      this.#sources.note(span.source, this.#repository.textOf(span.source));
    const data = release.layers.map((layer) => layer.data).reduce(mergePatch, {});
    const { chart: reference, skipsSchema = false } = release;
    const named = reference && {
      name: reference.name,
      ...(reference.version === undefined ? {} : { version: reference.version }),
      ...(reference.repository === undefined ? {} : { repository: reference.repository }),
      directories: localCharts(reference, this.#repository),
    };
    const found = await this.#charts.ofManifest(this.#repository.shown(manifest), data, named);
    const whole = found.chart && skipsSchema ? withoutSchema(found.chart) : found.chart;
    const chart = whole && release.withoutDefaults === true ? withoutDefaults(whole) : whole;
    const { unknown = [], open = [] } = release;
    const findings = [
      ...(read?.findings ?? []),
      ...release.findings,
      ...(chart?.findings ?? []),
      ...(chart === undefined && Object.keys(data).length > 0 && release.isPatch !== true
        ? [unknownChart(release)]
        : []),
      ...(chart?.standsIn === undefined
        ? []
        : [otherVersion(reference?.at ?? release.at, chart.profile.title, chart.standsIn)]),
      ...(unknown.length === 0 ? [] : [filledInLater(release, unknown.length)]),
      ...leftOut(open),
    ];
    return {
      parts: {
        chart,
        detectedBy: found.detectedBy,
        kind: release.kind,
        layers: release.layers.length > 0 ? release.layers : [noValues(release, this.#repository)],
        isOpen: open.length > 0,
        unknown: [...unknown, ...(release.mistaken ?? [])],
        name: release.id,
        rendering: renderingOf(release),
      },
      findings,
    };
  }
}

/** A release without values stands at its name: what it lacks is missing there. */
function noValues({ at }: NamedRelease, { textOf }: Repository): Layer {
  const document = {
    source: at.source,
    text: textOf(at.source),
    data: {},
    writes: (path: ValuesPath) => path.length === 0,
    locate: () => at,
  };
  return { kind: 'values-file', label: at.source.shown, data: {}, document, scope: [] };
}

/** The tool does not ask the schema, of this chart or of those below. */
function withoutSchema(chart: KnownChart): KnownChart {
  const { tree, editorSchema: _, ...rest } = chart;
  return { ...rest, schema: undefined, tree: tree && { ...tree, subchartSchemas: new Map() } };
}

/** The chart as Flux builds it from other values files than its own. */
function withoutDefaults(chart: KnownChart): KnownChart {
  const { defaults, tree } = chart;
  const none: Layer = { kind: defaults.kind, label: defaults.label, data: {}, scope: defaults.scope };
  return {
    ...chart,
    defaults: none,
    tree: tree && { ...tree, chart: { ...tree.chart, values: none } },
  };
}

/** What Helm calls the release, and where it goes, as far as the manifest says it in plain text. */
function renderingOf({
  name,
  releaseName = name,
  namespace,
  targetNamespace = namespace,
}: NamedRelease): RenderSettings {
  const isPlain = (text: string): boolean => /^[a-z0-9.-]+$/.test(text);
  return {
    ...(isPlain(releaseName) ? { releaseName } : {}),
    ...(targetNamespace !== undefined && isPlain(targetNamespace) ? { namespace: targetNamespace } : {}),
  };
}
