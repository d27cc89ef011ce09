import type { Finding } from '../../model/finding.ts';
import { isCompatibleRange } from '../../versions/version-range.ts';
import type { AssembledRelease } from '../assemble-release.ts';
import type { ReleaseInput } from '../release-input.ts';
import { refusalOf, renderRelease } from '../render-release.ts';
import { manifestFindings } from './manifest-findings.ts';
import { stopFindings } from './stop-findings.ts';

/** What templates make of the time is not looked at, so any will do: 2025-01-01. */
const CLOCK = 1_735_689_600_000;

/** What is found where a rendered release says so. */
export interface RenderingFindings {
  readonly findings: readonly Finding[];
  /** The templates and other texts that findings point into, by the ids of their sources. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Renders a release as Helm does, and says why Helm stops, or what Kubernetes would refuse. */
export async function renderingFindings(
  { release, values, root }: AssembledRelease,
  { helmVersion }: ReleaseInput,
): Promise<RenderingFindings> {
  if (root === undefined) return { findings: [], texts: new Map() };
  const options = { helmVersion, traced: true, clock: CLOCK };
  if (refusalOf(root, options) !== undefined) return { findings: [], texts: new Map() };
  const rendering = await renderRelease(root, values, options);
  const places = { values, templates: rendering.templates };
  const wanted = root.chart.contents?.().fields.kubeVersion;
  const allows = (version: string): boolean =>
    typeof wanted !== 'string' || wanted === '' || isCompatibleRange(wanted, version);
  const findings = [
    ...stopFindings(rendering, release),
    ...(await manifestFindings(rendering, release, places, { allows })),
  ];
  const texts = new Map(Array.from(rendering.templates.values(), ({ source, text }) => [source.id, text]));
  return { findings, texts };
}
