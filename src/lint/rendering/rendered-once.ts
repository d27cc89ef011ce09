import type { RenderedFacts } from '../../model/rendered-facts.ts';
import type { ChartRendering } from '../../templates/chart/render-chart.ts';
import type { KeptTemplates } from '../../templates/parse/kept-templates.ts';
import { TemplateCache } from '../../templates/parse/template-cache.ts';
import type { AssembledRelease } from '../assemble-release.ts';
import type { ReleaseInput } from '../release-input.ts';
import { type RenderOptions, refusalOf, rendererOf } from '../render-release.ts';
import { settingsFor } from '../settings-for.ts';
import { renderedFacts } from './rendered-facts.ts';
import { whatChangesNothing } from './what-changes-nothing.ts';

/** What templates make of the time is not looked at, so any will do: 2025-01-01. */
const CLOCK = 1_735_689_600_000;

/** The one rendering of a release that everything which asks about it shares. */
export interface RenderedOnce {
  /** Undefined where Helm refuses the chart before it renders. */
  readonly rendering: ChartRendering | undefined;
  readonly options: RenderOptions;
  /** Undefined where Helm stops. */
  readonly facts: RenderedFacts | undefined;
}

/** Renders a release as Helm does; undefined without a chart. */
export async function renderedOnce(
  { values, root }: AssembledRelease,
  { helmVersion, rendering: asked }: ReleaseInput,
  kept: KeptTemplates,
): Promise<RenderedOnce | undefined> {
  if (root === undefined) return undefined;
  const settings = settingsFor(root, asked, helmVersion);
  kept.cache ??= new TemplateCache();
  const options: RenderOptions = {
    helmVersion,
    ...settings,
    traced: true,
    clock: CLOCK,
    cache: kept.cache,
  };
  if (refusalOf(root, options) !== undefined) return { rendering: undefined, options, facts: undefined };
  const render = await rendererOf(root, options);
  const rendering = render(values, true);
  const changesNothing = whatChangesNothing(rendering, values, render);
  return { rendering, options, facts: renderedFacts(rendering, root, changesNothing) };
}
