import path from 'node:path';
import { diskFiles } from '../src/files/disk-files.ts';
import { assembleRelease } from '../src/lint/assemble-release.ts';
import { hasFailed } from '../src/lint/has-failed.ts';
import { renderRelease } from '../src/lint/render-release.ts';
import { definedKinds } from '../src/lint/rendering/defined-kinds.ts';
import { manifestFindings } from '../src/lint/rendering/manifest-findings.ts';
import { allowedBy } from '../src/lint/settings-for.ts';
import { LIMITS } from '../src/model/limits.ts';
import { planChart } from '../src/session/plan-chart.ts';
import { TemplateCache } from '../src/templates/parse/template-cache.ts';

/** What the checks of Kubernetes' fields cost beside the rendering that they look at. */
export interface CheckCost {
  readonly charts: number;
  /** Milliseconds for all charts. */
  readonly rendering: number;
  readonly checking: number;
  /** Charts whose check takes longer than their rendering. */
  readonly slower: readonly string[];
}

/** Renders charts with their defaults, as linting does, and checks what comes of it, in this process; the best of several times. */
export async function checkCost(charts: readonly string[], times = 3): Promise<CheckCost> {
  const cost = { charts: 0, rendering: 0, checking: 0, slower: [] as string[] };
  for (const chart of charts) {
    const measured = await costOf(chart, times);
    if (measured === undefined) continue;
    cost.charts += 1;
    cost.rendering += measured.rendering;
    cost.checking += measured.checking;
    if (measured.checking > measured.rendering) cost.slower.push(path.basename(chart));
  }
  return cost;
}

async function costOf(
  chart: string,
  times: number,
): Promise<{ rendering: number; checking: number } | undefined> {
  const options = { cwd: chart, overlays: [], sets: [], inputs: [], context: { cluster: {} } };
  const { input } = await planChart(diskFiles, chart, options);
  const { root, values, release } = assembleRelease(input);
  if (root === undefined) return undefined;
  const best = { rendering: Number.POSITIVE_INFINITY, checking: Number.POSITIVE_INFINITY };
  // What is parsed once for all renderings is left out of the comparison.
  const cache = new TemplateCache();
  for (let i = 0; i < times; i++) {
    const start = performance.now();
    const rendered = await renderRelease(root, values, { traced: true, clock: 0, cache });
    const middle = performance.now();
    if (hasFailed(rendered) || rendered.sorted.manifests.length === 0) return undefined;
    const places = { values, templates: rendered.templates };
    await manifestFindings(rendered, release, places, {
      limits: LIMITS,
      allows: allowedBy(root),
      customResources: (kinds) => definedKinds(rendered, [], kinds),
    });
    best.rendering = Math.min(best.rendering, middle - start);
    best.checking = Math.min(best.checking, performance.now() - middle);
  }
  return best;
}
