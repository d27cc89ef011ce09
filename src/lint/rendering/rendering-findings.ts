import type { Chart } from '../../model/chart.ts';
import type { Finding } from '../../model/finding.ts';
import { parsePointer, toPointer } from '../../model/json-pointer.ts';
import type { Limits } from '../../model/user-limits.ts';
import type { ValuesPath } from '../../model/values-path.ts';
import type { ChartRendering } from '../../templates/chart/render-chart.ts';
import type { AssembledRelease } from '../assemble-release.ts';
import { hasFailed } from '../has-failed.ts';
import type { ReleaseInput } from '../release-input.ts';
import { ASSUMED_NAME, renderRelease } from '../render-release.ts';
import { secretValueHider, withoutSecretValues } from '../secret-value-hider.ts';
import { hiddenChart } from './hidden-chart.ts';
import { manifestFindings } from './manifest-findings.ts';
import { refusedCluster } from './refused-cluster.ts';
import type { RenderedOnce } from './rendered-once.ts';
import { askedTypes } from './rendered-types.ts';
import { resetValues } from './reset-values.ts';
import { stopFindings } from './stop-findings.ts';
import { textsOf } from './texts-of.ts';

/** What is found where a rendered release says so. */
export interface RenderingFindings {
  readonly findings: readonly Finding[];
  /** The templates and other texts that findings point into, by the ids of their sources. */
  readonly texts: ReadonlyMap<string, string>;
  /** Whether the whole release was rendered, so that nothing about it has to be guessed. */
  readonly isWhole: boolean;
}

/** Mistakes in one template that Helm would meet one after the other. */
const MOST_PASSES = 6;

/** What the chart calls the dependencies that are not there. */
function missingDependencies({ metadata, dependencies }: Chart): ReadonlySet<string> {
  const there = new Set(dependencies.map((chart) => chart.metadata.name));
  const declared = metadata.dependencies ?? [];
  return new Set(declared.filter(({ name }) => !there.has(name)).map(({ name, alias }) => alias ?? name));
}

function isInside(path: string, mended: readonly ValuesPath[]): boolean {
  return mended.some((one) => path === toPointer(one) || path.startsWith(`${toPointer(one)}/`));
}

/** Whether there are objects to look at: of several templates one that stops takes only its own away. */
function isLookedAt(rendering: ChartRendering): boolean {
  return !hasFailed(rendering) || (rendering.sorted.problem === undefined && rendering.files.length > 0);
}

/** Why Helm stops at a release, or what Kubernetes would refuse of what it renders. */
export async function renderingFindings(
  { release, values, root }: AssembledRelease,
  input: ReleaseInput,
  { rendering, options }: RenderedOnce,
  limits: Pick<Limits, 'ruleFindings'>,
): Promise<RenderingFindings> {
  if (root === undefined) return { findings: [], texts: new Map(), isWhole: false };
  const { rendering: asked } = input;
  if (rendering === undefined) {
    const hidden = hiddenChart(root.chart);
    if (hidden !== undefined) return { ...hidden, isWhole: false };
    const refused = refusedCluster(root, asked?.kubeVersion, options);
    if (refused === undefined) return { findings: [], texts: new Map(), isWhole: false };
    const { id, shown } = refused.span.source;
    return { findings: [refused], texts: new Map([[id, shown]]), isWhole: false };
  }
  const cluster = {
    ...askedTypes(root, rendering, input),
    assumedName: asked?.releaseName === undefined ? ASSUMED_NAME : undefined,
    limits,
  };
  const missing = missingDependencies(root.chart);
  const findings = new Map<string, Finding>();
  const mended: ValuesPath[] = [];
  for (let next = rendering, passes = 0; passes < MOST_PASSES; passes++) {
    const places = { values, templates: next.templates };
    const hide = secretValueHider(release);
    const stops = stopFindings(next, release, missing).map((one) => withoutSecretValues(one, hide));
    const rest = await manifestFindings(next, release, places, cluster);
    // What only the mended values bring about is no mistake of anybody.
    const isNew = ({ path }: Finding): boolean => passes === 0 || (path !== '' && !isInside(path, mended));
    for (const finding of [...stops, ...rest].filter(isNew)) {
      const { rule, span, problem } = finding;
      findings.set(JSON.stringify([rule, span.source.id, span.start, problem]), finding);
    }
    const causes = stops.filter(isNew).flatMap(({ path }) => (path === '' ? [] : [parsePointer(path)]));
    if (causes.length === 0) break;
    mended.push(...causes);
    next = await renderRelease(root, resetValues(values, mended), options);
  }
  const found = [...findings.values()];
  return { findings: found, texts: textsOf(rendering, found), isWhole: isLookedAt(rendering) };
}
