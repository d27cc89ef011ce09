import type { Finding } from '../model/finding.ts';
import { formatPath } from '../model/format-path.ts';
import { toPointer } from '../model/json-pointer.ts';
import type { MergedValues } from '../model/merged-values.ts';
import { NOWHERE, type Source } from '../model/source.ts';
import type { Span } from '../model/span.ts';
import type { ChartRendering, TemplateFailure } from '../templates/chart/render-chart.ts';
import type { SortedManifests } from '../templates/chart/sort-manifests.ts';
import { helmFailure, helmParseError } from '../templates/render/helm-words.ts';
import { sourceOf as valuesOf } from '../templates/value/text-origin.ts';
import { pathOf, sourceParts } from '../templates/value/values-source.ts';
import { originAt } from './line-origins.ts';

/** Whether Helm stops. */
export function hasFailed({ failures, sorted }: ChartRendering): boolean {
  return failures.length > 0 || sorted.problem !== undefined;
}

/** The first failure as Helm itself tells it. */
export function helmSays({ failures, sorted }: ChartRendering, helm: 3 | 4): string | undefined {
  const [first] = failures;
  const { problem } = sorted;
  if (first === undefined) return problem && `YAML parse error on ${problem.file}: ${problem.helmSays}`;
  if (first.kind === 'unreadable') return helmParseError(first.unreadable.problem);
  return helmFailure(first.failure, helm);
}

/** Why Helm stops, at the template, with the values that led there. */
export function describeFailures(rendering: ChartRendering, values: MergedValues): Finding[] {
  const { failures, sorted, templates } = rendering;
  const sourceOf = (file: string): Source => templates.get(file)?.source ?? NOWHERE;
  if (failures.length > 0) return failures.map((failure) => failureFinding(failure, sourceOf, values));
  if (sorted.problem === undefined) return [];
  return [unreadable(sorted.problem, rendering, values)];
}

/** What a template wrote is no YAML, or no manifest. The place is known when the rendering is traced. */
function unreadable(
  { file, message, start }: NonNullable<SortedManifests['problem']>,
  { files, templates }: ChartRendering,
  values: MergedValues,
): Finding {
  const from = files.find(({ name }) => name === file);
  const origin = from && originAt(from, start, { values, templates });
  const line = from?.text.slice(0, start).split('\n').length ?? 1;
  const span = origin?.template ?? { source: templates.get(file)?.source ?? NOWHERE, start: 0, end: 0 };
  const at = origin?.values.at(-1);
  return {
    ...finding(span, `Line ${line} of what ${file} renders stops Helm: ${message}`),
    path: toPointer(at?.path ?? []),
    related:
      at === undefined ? [] : [{ span: at.span, message: `${formatPath(at.path)} stands in that line` }],
  };
}
function failureFinding(
  failure: TemplateFailure,
  sourceOf: (file: string) => Source,
  values: MergedValues,
): Finding {
  if (failure.kind === 'unreadable') {
    const { file, problem } = failure.unreadable;
    const span = { source: sourceOf(file), start: problem.pos, end: problem.pos };
    return finding(span, `Helm cannot parse the template: ${problem.message}`);
  }
  const { frames, reason, origin } = failure.failure;
  const frame = frames.findLast(({ place }) => sourceOf(place.file) !== NOWHERE) ?? frames[0];
  const span: Span =
    frame === undefined
      ? { source: sourceOf(failure.file), start: 0, end: 0 }
      : { source: sourceOf(frame.place.file), start: frame.place.start, end: frame.place.end };
  const node = frame === undefined ? '' : ` at <${frame.node}>`;
  const [part] = sourceParts(valuesOf(origin)).filter((one) => one.from === 'place');
  const path = part === undefined ? undefined : pathOf(part);
  const related =
    path === undefined
      ? []
      : [{ span: values.locate(path, 'value').span, message: `${formatPath(path)} is at fault` }];
  return { ...finding(span, `Helm stops here${node}: ${reason}`), path: toPointer(path ?? []), related };
}

/** Helm's reason is what is wrong, however long it is. */
function finding(span: Span, problem: string): Finding {
  return { rule: 'template/stops', severity: 'error', problem, span, path: '', related: [] };
}
