import type { MergedChart } from '../../merge/merge-chart.ts';
import type { MergedLayers } from '../../merge/merged-layers.ts';
import type { ChartFile } from '../../model/chart.ts';
import type { Limits } from '../../model/user-limits.ts';
import type { FunctionRegistry } from '../functions/registry.ts';
import type { TemplateCache } from '../parse/template-cache.ts';
import { DEFAULT_LIMITS } from '../render/budget.ts';
import { openRendering, type UnreadableTemplate } from '../render/open-rendering.ts';
import { RenderFailure } from '../render/render-failure.ts';
import { encodeBase64 } from '../text/encode-base64.ts';
import type { GoMap } from '../value/go-value.ts';
import { goMap } from '../value/make-value.ts';
import type { Capabilities } from './capabilities.ts';
import { orderTemplates } from './order-templates.ts';
import { type ChartCrd, type ReleaseFacts, type ReleaseTemplate, releaseScopes } from './release-scopes.ts';
import { releaseValues } from './release-values.ts';
import { type RenderedFile, type SortedManifests, sortManifests } from './sort-manifests.ts';

/** What a chart is rendered for. */
export interface RenderRequest {
  readonly release: ReleaseFacts;
  readonly capabilities: Capabilities;
  readonly functions: FunctionRegistry;
  /** Whether it shall be known where every character comes from. */
  readonly traced: boolean;
  /** The time, in milliseconds since 1970. */
  readonly clock: number;
  /** Texts and templates that are known already. */
  readonly cache: TemplateCache;
  readonly limits: Pick<Limits, 'renderWork' | 'renderOutput'>;
}

/** Why Helm stops at a template. */
export type TemplateFailure =
  | { readonly kind: 'unreadable'; readonly unreadable: UnreadableTemplate }
  | { readonly kind: 'stopped'; readonly file: string; readonly failure: RenderFailure };

/** A chart as Helm renders it. */
export interface ChartRendering {
  /** Every template of the chart and of the charts below it, by name. */
  readonly templates: ReadonlyMap<string, ReleaseTemplate>;
  /** What the templates wrote, `NOTES.txt` apart, in the order of execution. */
  readonly files: readonly RenderedFile[];
  /** The files of `crds/`. */
  readonly crds: readonly ChartCrd[];
  /** Helm stops at the first; the others are what it would meet next. */
  readonly failures: readonly TemplateFailure[];
  /** The objects in Helm's order. */
  readonly sorted: SortedManifests;
}

/** Renders a chart with the charts below it as `helm template` does (`renderResources` in `pkg/action/action.go`). */
export function renderChart(root: MergedChart, values: MergedLayers, request: RenderRequest): ChartRendering {
  const { capabilities, functions, traced, clock, cache } = request;
  const { renderWork: work, renderOutput: output } = request.limits;
  const limits = { ...DEFAULT_LIMITS, work, output };
  const { helm } = capabilities;
  const text = {
    toYaml: functions.get('toYaml')!,
    toBase64: encodeBase64,
    read: (file: ChartFile) => cache.read(file),
  };
  const scopes = releaseScopes(root, releaseValues(values, traced), request.release, capabilities, text);
  const inOrder = orderTemplates(scopes.templates);
  const rendering = openRendering(inOrder, { helm, functions, traced, clock, limits }, cache);
  const failures: TemplateFailure[] = rendering.unreadable.map((unreadable) => ({
    kind: 'unreadable',
    unreadable,
  }));
  const files: RenderedFile[] = [];
  for (const template of failures.length > 0 ? [] : inOrder) {
    const { name } = template;
    if (baseName(name).startsWith('_')) continue;
    try {
      const { value, origin, decided } = rendering.render(name, atTemplate(template));
      // Notes are for people; their mistakes stop Helm all the same.
      if (!name.endsWith('NOTES.txt')) files.push({ name, text: value, origin, decided });
    } catch (failure) {
      if (!(failure instanceof RenderFailure)) throw failure;
      failures.push({ kind: 'stopped', file: name, failure });
    }
  }
  const templates = new Map(inOrder.map((template) => [template.name, template]));
  return { templates, files, crds: scopes.crds, failures, sorted: sortManifests(files, helm) };
}

/** The chart's dot with what it says of the template that is being executed. */
function atTemplate({ name, scope, basePath, valuesType }: ReleaseTemplate): GoMap {
  const entries = new Map([
    ['Name', name],
    ['BasePath', basePath],
  ]);
  scope.entries.set('Template', goMap(entries, 'interface {}', { type: valuesType }));
  return scope;
}

function baseName(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}
