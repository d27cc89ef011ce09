import type { FileSystem } from '../files/file-system.ts';
import { UsageError } from '../files/usage-error.ts';
import { assembleRelease } from '../lint/assemble-release.ts';
import type { ComparedRelease } from '../lint/diff/compare-releases.ts';
import { hasFailed } from '../lint/has-failed.ts';
import { isRefusedUnread } from '../lint/is-refused.ts';
import { refusalOf, renderRelease } from '../lint/render-release.ts';
import { stopFindings } from '../lint/rendering/stop-findings.ts';
import { secretValueHider, withoutSecretValues } from '../lint/secret-value-hider.ts';
import { settingsFor } from '../lint/settings-for.ts';
import type { Finding } from '../model/finding.ts';
import type { LintOptions } from '../project/lint-options.ts';
import { planChart } from '../session/plan-chart.ts';

/** One side of a comparison, or why it cannot be rendered. */
export type RenderedSide =
  | { readonly release: ComparedRelease; readonly texts: ReadonlyMap<string, string> }
  | { readonly failures: readonly Finding[]; readonly texts: ReadonlyMap<string, string> }
  | { readonly refusal: string };

/** What templates make of the time is the same on both sides: 2025-01-01. */
const CLOCK = 1_735_689_600_000;

/** Renders a chart with values, traced. Throws a UsageError for what cannot be read. */
export async function renderSide(
  files: FileSystem,
  chart: string,
  options: LintOptions,
): Promise<RenderedSide> {
  const { input, texts, findings: read } = await planChart(files, chart, options);
  const assembled = assembleRelease(input);
  const { root, values, findings } = assembled;
  if (root === undefined) throw new UsageError(`"${chart}" has no templates here: name a chart directory`);
  const refused = [...read, ...findings].filter(isRefusedUnread);
  if (refused.length > 0) return { failures: refused, texts };
  const rendering = {
    ...settingsFor(root, input.rendering, options.helmVersion),
    helmVersion: options.helmVersion,
    traced: true,
    clock: CLOCK,
  };
  const refusal = refusalOf(root, rendering);
  if (refusal !== undefined) return { refusal };
  const rendered = await renderRelease(root, values, rendering);
  const templates = [...rendered.templates.values(), ...rendered.crds];
  const all = new Map([
    ...texts,
    ...templates.map(({ source, text }): [string, string] => [source.id, text]),
  ]);
  if (hasFailed(rendered)) {
    const hide = secretValueHider(assembled.release);
    const stops = stopFindings(rendered, assembled.release, new Set());
    return { failures: stops.map((one) => withoutSecretValues(one, hide)), texts: all };
  }
  return { release: { assembled, rendering: rendered }, texts: all };
}
