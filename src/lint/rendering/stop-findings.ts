import type { TemplateCheckId } from '../../model/check-id.ts';
import type { Finding } from '../../model/finding.ts';
import { formatPath } from '../../model/format-path.ts';
import { parsePointer } from '../../model/json-pointer.ts';
import { isUserLayer } from '../../model/layer.ts';
import type { Release } from '../../model/release.ts';
import { NOWHERE, type Source } from '../../model/source.ts';
import { atAlias, type Span } from '../../model/span.ts';
import type { Statement } from '../../model/statement.ts';
import { type ValuesPath, valueAt } from '../../model/values-path.ts';
import type { ChartRendering, TemplateFailure } from '../../templates/chart/render-chart.ts';
import { explainOutput } from '../../templates/render/explain-output.ts';
import type { RenderFailure } from '../../templates/render/render-failure.ts';
import { sourceOf } from '../../templates/value/text-origin.ts';
import { pathOf, sourceParts, type ValuesSource } from '../../templates/value/values-source.ts';
import { placeFact } from '../place-fact.ts';
import { asksTheCluster, looksInCluster } from './asks-the-cluster.ts';
import { atFault } from './at-fault.ts';
import { whyItStops } from './why-it-stops.ts';

/**
 * Why Helm stops, at the value that is at fault; at the template when none is. One finding for each cause. `missing`: what the
 * chart calls the dependencies that are not there, of which another finding speaks.
 */
export function stopFindings(
  rendering: ChartRendering,
  release: Release,
  missing: ReadonlySet<string>,
): Finding[] {
  const { failures, sorted, templates, files } = rendering;
  const source = (file: string): Source => templates.get(file)?.source ?? NOWHERE;
  const findings = failures
    .filter((failure) => !isOfMissing(failure, missing))
    .map((failure) => ofFailure(failure, source, release));
  // What becomes of the chart's own text while it still waits for a value tells nothing.
  const isWaiting = failures.some(isDemand);
  if (sorted.problem !== undefined) {
    const { file, message, start } = sorted.problem;
    const from = files.find(({ name }) => name === file);
    const piece = explainOutput(from?.origin, start) ?? explainOutput(from?.origin, Math.max(0, start - 1));
    const [writer] = piece?.writers ?? [];
    const span: Span =
      writer === undefined
        ? { source: source(file), start: 0, end: 0 }
        : within(spanOf(writer, source), piece!, start);
    const near = nearbyValues(from, start);
    const broken = at(
      release,
      [...(piece?.values ?? []), ...near],
      piece?.branches.flatMap(({ values }) => values) ?? [],
      span,
      {
        problem: `${shortName(file)} becomes text that is no YAML`,
        why: `Helm stops: ${message}`,
        help: 'Quote the value, or give it the kind of value that the template expects.',
      },
      'template/breaks-yaml',
    );
    const finding = broken.path === '' ? { ...broken, help: 'Mend the template.' } : broken;
    if (!isWaiting || release.values.changedByUser(parsePointer(broken.path))) findings.push(finding);
  }
  const seen = new Set<string>();
  return findings.filter(({ span, problem }) => {
    const key = JSON.stringify([span.source.id, span.start, problem]);
    return !seen.has(key) && seen.add(key);
  });
}

/** The values on the lines around an offset: a text breaks the YAML where it goes on, not where it begins. */
function nearbyValues(from: ChartRendering['files'][number] | undefined, start: number): ValuesPath[] {
  if (from === undefined) return [];
  const lineStart = from.text.lastIndexOf('\n', Math.max(0, start - 1)) + 1;
  const before = from.text.lastIndexOf('\n', Math.max(0, lineStart - 2)) + 1;
  const lineEnd = from.text.indexOf('\n', start);
  const end = lineEnd === -1 ? from.text.length : lineEnd;
  const found: ValuesPath[] = [];
  for (const [low, high] of [
    [lineStart, end],
    [before, lineStart],
  ] as const) {
    for (let offset = low; offset < high; ) {
      const piece = explainOutput(from.origin, offset);
      if (piece === undefined) break;
      found.push(...piece.values);
      offset = Math.max(piece.end, offset + 1);
    }
  }
  return found;
}

function ofFailure(failure: TemplateFailure, source: (file: string) => Source, release: Release): Finding {
  if (failure.kind === 'unreadable') {
    const { file, problem } = failure.unreadable;
    const span = { source: source(file), start: problem.pos, end: problem.pos };
    return at(
      release,
      [],
      [],
      span,
      {
        problem: `Helm cannot parse ${shortName(file)}`,
        why: `It says: ${problem.message}`,
        help: 'Mend the template.',
      },
      'template/unreadable',
    );
  }
  const { frames, origin, decided, around } = failure.failure;
  const frame = frames.findLast(({ place }) => source(place.file) !== NOWHERE) ?? frames[0];
  const span: Span =
    frame === undefined ? { source: source(failure.file), start: 0, end: 0 } : spanOf(frame.place, source);
  const line = frame === undefined ? '' : `:${frame.line}`;
  const where = `${shortName(frame?.place.file ?? failure.file)}${line}`;
  const values = pathsOf(sourceOf(origin));
  const deciding = pathsOf(decided);
  const said = whyItStops(failure.failure, where, values[0]);
  // What a chart refuses was often gathered in variables before.
  const isRefusal = failure.failure.kind === 'fail' && around === undefined;
  const leading = isRefusal ? deciding : pathsOf(around);
  const finding = at(release, values, deciding, span, said, 'template/stops', leading);
  if (failure.failure.kind === 'budget') return { ...finding, rule: 'chart/limit', severity: 'warning' };
  if (frame !== undefined && asksTheCluster(frame.place))
    return { ...finding, severity: 'info', help: IN_A_CLUSTER };
  const innermost = frames.at(-1);
  if (innermost !== undefined && looksInCluster(innermost.place))
    return { ...finding, severity: 'info', help: LOOKED_UP };
  // What a chart demands of its users is no mistake of its defaults.
  return isDemand(failure) && !hasUser(release) ? { ...finding, severity: 'info' } : finding;
}

/** Whether the chart itself stops: it waits for a value, or refuses one. */
function isDemand(failure: TemplateFailure): boolean {
  return (
    failure.kind !== 'unreadable' && (failure.failure.kind === 'required' || failure.failure.kind === 'fail')
  );
}

const IN_A_CLUSTER =
  'The chart asks for an API that it finds in a cluster alone: name it with --api-versions if yours has it.';

const LOOKED_UP =
  'The chart looks for an object in the cluster, which is not seen here: it has to be there, or its name in the values.';

function hasUser({ values }: Release): boolean {
  return values.layers.some(isUserLayer);
}

/** A helper or a value that a dependency would bring which is not there. */
function isOfMissing(failure: TemplateFailure, missing: ReadonlySet<string>): boolean {
  if (missing.size === 0 || failure.kind === 'unreadable') return false;
  const { kind, origin } = failure.failure;
  if (kind === 'undefined' || /no template "/.test(failure.failure.reason)) return true;
  return pathsOf(sourceOf(origin)).some(([first]) => missing.has(String(first)));
}

/** The name of a template as it lies in its chart. */
function shortName(file: string): string {
  return file.slice(file.indexOf('/') + 1);
}

function spanOf(
  { file, start, end }: RenderFailure['frames'][number]['place'],
  source: (file: string) => Source,
): Span {
  return { source: source(file), start, end };
}

/** The character itself where the template's own text became the piece as it stands. */
function within(span: Span, piece: { readonly start: number; readonly end: number }, at: number): Span {
  const isText = span.end - span.start === piece.end - piece.start && at >= piece.start && at < piece.end;
  const start = span.start + at - piece.start;
  return isText ? { ...span, start, end: start + 1 } : span;
}

function pathsOf(source: ValuesSource | undefined): ValuesPath[] {
  return sourceParts(source).flatMap((part) => (part.from === 'place' ? [pathOf(part)] : []));
}

function at(
  release: Release,
  values: readonly ValuesPath[],
  decided: readonly ValuesPath[],
  template: Span,
  said: Statement,
  rule: TemplateCheckId,
  leading = decided,
): Finding {
  const path =
    atFault(release, values) ??
    nullAbove(release, values) ??
    atFault(release, leading) ??
    values[0] ??
    atFault(release, decided) ??
    decided[0];
  if (path === undefined) {
    return {
      rule,
      severity: 'error',
      ...said,
      span: template,
      path: '',
      related: [],
    };
  }
  const finding = placeFact({ at: path, ...said }, rule, 'error', release.values);
  const others = leading.filter((other) => !isAtOrAbove(other, path)).slice(0, 2);
  const related = others.flatMap((other) => {
    const { span, written } = release.values.locate(other, 'value');
    return written ? [{ span: atAlias(span), message: `${formatPath(other)} leads there` }] : [];
  });
  return {
    ...finding,
    related: [...finding.related, ...related, { span: template, message: 'Helm stops here' }],
  };
}

function isAtOrAbove(other: ValuesPath, path: ValuesPath): boolean {
  return other.every((key, i) => key === path[i]);
}

/** A null, or a text where a map was, that somebody wrote above a value that is missing. */
function nullAbove(release: Release, values: readonly ValuesPath[]): ValuesPath | undefined {
  for (const path of values) {
    for (let length = path.length - 1; length > 0; length--) {
      const above = path.slice(0, length);
      const value = valueAt(release.values.data, above);
      if (typeof value === 'object' && value !== null) break;
      const theirs = atFault(release, [above]);
      if (theirs !== undefined) return theirs;
    }
  }
  return undefined;
}
