import type { MergedChart } from '../merge/merge-chart.ts';
import type { MergedLayers } from '../merge/merged-layers.ts';
import { helmMajor } from '../merge/null-profile.ts';
import { LIMITS } from '../model/limits.ts';
import type { RenderSettings } from '../model/render-settings.ts';
import type { RenderedDocument, RenderedRelease } from '../model/rendered-release.ts';
import { callableTexts } from '../templates/chart/callable-texts.ts';
import { defaultKubeVersion, type KubeVersion } from '../templates/chart/kube-version.ts';
import { printRelease } from '../templates/chart/print-release.ts';
import type { ReleaseFacts } from '../templates/chart/release-scopes.ts';
import { type ChartRendering, renderChart } from '../templates/chart/render-chart.ts';
import type { Manifest } from '../templates/chart/sort-manifests.ts';
import { loadFunctions } from '../templates/functions/load-functions.ts';
import { TemplateCache } from '../templates/parse/template-cache.ts';
import { isCompatibleRange } from '../versions/version-range.ts';
import { lineOrigins } from './line-origins.ts';
import { isTestHook } from './rendering/is-test-hook.ts';

/** What `helm template` calls a release that has no name. */
export const ASSUMED_NAME = 'release-name';

/** How a release is rendered; what is not said is as `helm template` has it. */
export interface RenderOptions {
  /** `3.21.4`; the newest without it. */
  readonly helmVersion?: string | undefined;
  readonly releaseName?: string | undefined;
  readonly namespace?: string | undefined;
  readonly kubeVersion?: KubeVersion | undefined;
  readonly apiVersions?: readonly string[];
  readonly isUpgrade?: boolean;
  /** Whether it shall be known where every character comes from. */
  readonly traced: boolean;
  /** The time, in milliseconds since 1970. */
  readonly clock: number;
  /** How much it may take; the usual without it. */
  readonly limits?: RenderSettings['limits'];
  /** What renderings that follow each other share. */
  readonly cache?: TemplateCache | undefined;
}

/** The newest of each line, for versions that say less. */
const NEWEST = { 3: '3.21.4', 4: '4.2.4' } as const;

/** Renders a chart with its effective values. */
export async function renderRelease(
  root: MergedChart,
  values: MergedLayers,
  options: RenderOptions,
): Promise<ChartRendering> {
  const render = await rendererOf(root, options);
  return render(values, options.traced);
}

/** Renders one chart with several values. */
export type ChartRenderer = (values: MergedLayers, traced: boolean) => ChartRendering;

/** What renders a chart as often as it is asked to. What only some templates call is loaded when they do. */
export async function rendererOf(
  root: MergedChart,
  options: Omit<RenderOptions, 'traced'>,
): Promise<ChartRenderer> {
  const { helmVersion, releaseName, namespace, kubeVersion, apiVersions = [], isUpgrade = false } = options;
  const cache = options.cache ?? new TemplateCache();
  const helm = majorOf(helmVersion);
  const version = fullVersion(helmVersion);
  const release: ReleaseFacts = {
    name: releaseName ?? ASSUMED_NAME,
    namespace: namespace ?? 'default',
    isUpgrade,
  };
  const request = {
    release,
    capabilities: {
      helm,
      helmVersion: `v${version}`,
      kube: kubeVersion ?? defaultKubeVersion(version),
      apiVersions,
    },
    functions: await loadFunctions(helm, callableTexts(root, cache)),
    clock: options.clock,
    cache,
    limits: options.limits ?? LIMITS,
  };
  return (values, traced) => renderChart(root, values, { ...request, traced });
}

/** What `helm template` prints of a rendering, with the origin of every line. */
export function renderedRelease(
  { sorted, crds, templates }: ChartRendering,
  values: MergedLayers,
  shows: { readonly crds: boolean; readonly hooks: boolean; readonly tests: boolean },
): RenderedRelease {
  const definitions = shows.crds ? crds.map(({ name, text }) => ({ file: name, content: text })) : [];
  const isShown = (hook: Manifest): boolean => shows.hooks && (shows.tests || !isTestHook(hook));
  const hooks = sorted.hooks.filter(isShown);
  const printed = (one: Manifest) => ({ file: one.from.name, content: one.content });
  const { text, starts } = printRelease(
    [...definitions, ...sorted.manifests.map(printed)],
    hooks.map(printed),
  );
  const document = (one: Manifest, isHook: boolean): RenderedDocument => ({
    source: one.from.name,
    kind: one.kind,
    apiVersion: one.apiVersion,
    name: one.name,
    content: one.content,
    isHook,
    lineOrigins: () => lineOrigins(one, { values, templates }),
  });
  return {
    text,
    starts: starts.slice(definitions.length),
    documents: [
      ...sorted.manifests.map((one) => document(one, false)),
      ...hooks.map((one) => document(one, true)),
    ],
  };
}

/** The major version of Helm whose templates are meant. */
export function majorOf(helmVersion: string | undefined): 3 | 4 {
  return helmMajor(helmVersion) === 3 ? 3 : 4;
}

/** The Kubernetes that a version of Helm renders for when nobody says another. */
export function usualKubeVersion(helmVersion: string | undefined): KubeVersion {
  return defaultKubeVersion(fullVersion(helmVersion));
}

function fullVersion(helmVersion: string | undefined): string {
  const given = helmVersion?.replace(/^v/, '') ?? '';
  return given.includes('.') ? given : NEWEST[majorOf(helmVersion)];
}

/**
 * Why Helm refuses a chart before it renders anything, in its words; undefined when it does not (`runInstall` in
 * `pkg/cmd/install.go`, `renderResources`).
 */
export function refusalOf({ chart }: MergedChart, options: RenderOptions): string | undefined {
  const { fields, brokenLinks = [], hiddenBy } = chart.contents?.() ?? {};
  if (brokenLinks.length > 0) return `error evaluating symlink ${brokenLinks[0]}`;
  if (hiddenBy !== undefined) return 'Chart.yaml file is missing';
  if (chart.metadata.type === 'library') return 'library charts are not installable';
  const { kubeVersion: wanted } = fields ?? {};
  if (typeof wanted !== 'string' || wanted === '') return undefined;
  const kube = options.kubeVersion ?? usualKubeVersion(options.helmVersion);
  if (isCompatibleRange(wanted, kube.normalized)) return undefined;
  return `chart requires kubeVersion: ${wanted} which is incompatible with Kubernetes ${kube.version}`;
}
