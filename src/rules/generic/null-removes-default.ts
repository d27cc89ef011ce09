import type { ValueAnnotation } from '../../model/annotation.ts';
import type { Fact } from '../../model/fact.ts';
import { formatPath } from '../../model/format-path.ts';
import { parsePointer } from '../../model/json-pointer.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../model/json-value.ts';
import type { Layer } from '../../model/layer.ts';
import type { Release } from '../../model/release.ts';
import { defineRule } from '../../model/rule.ts';
import { valueText } from '../../model/value-text.ts';
import { samePath, startsWith, type ValuesPath, valueAt } from '../../model/values-path.ts';
import { listWords } from '../list-words.ts';
import { overwrittenDefaults } from '../overwritten-defaults.ts';

/** Maps that charts hand to Kubernetes as they are: removing one is how to get rid of it. */
const RENDERED_WHOLE =
  /^(?:resources|limits|requests|affinity|nodeAffinity|podAffinity|podAntiAffinity|nodeSelector|tolerations|annotations|labels|capabilities|seccompProfile|strategy|rollingUpdate|updateStrategy|matchLabels|httpGet|tcpSocket|exec|grpc|lifecycle|dnsConfig|behavior|env)$|(?:annotations|labels|securityContext|probe|strategy|selector|resources|affinity)$/i;

export const rule = defineRule({
  id: 'null-removes-default',
  severity: 'warning',
  recommended: true,
  whenRendered: 'silent',
  docs: {
    summary: 'A key with null, or with nothing behind it, deletes a whole section of the chart’s defaults.',
    why: 'Helm takes null as "remove the default". A template that then reads a value inside the section stops with "nil pointer evaluating interface {}". Most often nobody wanted that: all lines below the key are commented out. Maps that charts hand on as they are (resources, affinity, probes …) may be removed with an explicit null, and are only reported when the key is empty.',
    source:
      'Helm documentation, Values Files, "Deleting a default key"; Helm, pkg/chart/common/util/coalesce.go.',
  },
  examples: {
    bad: [
      { chart: 'hotswap', values: 'ingress:\n' },
      { chart: 'zymtrace', values: 'clickhouse:\n  mode:\n' },
      {
        values: 'metrics: null\n',
        defaults: 'metrics:\n  enabled: true\n  port: 9090\n',
      },
      {
        values: 'mail: null\n',
        defaults: 'mail:\n  host: smtp\n',
        templates: ['host: {{ .Values.mail.host }}'],
      },
      { values: 'resources:\n', defaults: 'resources:\n  limits:\n    cpu: 1\n' },
    ],
    good: [
      { values: 'livenessProbe: null\n', defaults: 'livenessProbe:\n  httpGet:\n    path: /\n' },
      { values: 'metrics:\n', defaults: 'metrics: {}\n' },
      { values: 'metrics: null\n' },
      { chart: 'zymtrace', values: 'services:\n  web:\n    replicas: null\n' },
      {
        values: 'mail: null\n',
        defaults: 'mail:\n  host: smtp\n',
        templates: ['{{ with .Values.mail }}{{ .host }}{{ end }}'],
      },
    ],
  },
  *check(release) {
    const seen = new Set<string>();
    const needed = (release.chart?.annotations ?? []).filter(({ annotation }) => annotation.needed);
    // A value there means that a stronger layer, or Helm itself, has put something in its place.
    const nulls = overwrittenDefaults(release, (written, now) => written === null && now === undefined);
    for (const { path, before, layer } of nulls) {
      const needs = needed.find(({ pattern }) => samePath(pattern, path))?.annotation.needed;
      if (!isJsonObject(before)) {
        if (before === null || before === '' || !isNeededNow(release, path, needs)) continue;
        yield withoutValue(path, before, layer);
        continue;
      }
      if (Object.keys(before).length === 0) continue;
      const name = formatPath(path);
      if (seen.has(name)) continue;
      seen.add(name);
      const isEmpty = layer.document !== undefined && !isSpelledOut(layer.document, path);
      const isNeeded = isNeededNow(release, path, needs);
      const isRead = isNeeded || (needed.length === 0 && breaks(release, path, before));
      if (!isEmpty && !isRead) continue;
      const what = isEmpty ? `${name} has nothing behind it, which is null` : `${name} is null`;
      const keys = listWords(Object.keys(before), 'and', 3);
      const inside = formatPath([...path, Object.keys(before)[0]!]);
      const effect = isRead ? `, and a template that reads ${inside} stops with a nil pointer` : '';
      yield {
        at: path,
        ...(isNeeded ? { severity: 'error' as const } : {}),
        problem: what,
        why: `That deletes the chart's defaults ${keys}${effect}.`,
        help: advice(name, before, isRead),
      };
    }
  },
});

/** What a single value means to the chart that its null takes away. */
function withoutValue(path: ValuesPath, before: JsonValue, { document }: Layer): Fact {
  const name = formatPath(path);
  const isSpelled = document === undefined || isSpelledOut(document, path);
  return {
    at: path,
    severity: 'error',
    problem: isSpelled ? `${name} is null` : `${name} has nothing behind it, which is null`,
    why: `That deletes the chart's default ${valueText(before)}, which the templates cannot do without.`,
    help: 'Remove the line to keep the default, or write a value.',
  };
}

function isSpelledOut(
  document: { text: string; locate: (path: ValuesPath, part: 'value') => { start: number; end: number } },
  path: ValuesPath,
): boolean {
  const { start, end } = document.locate(path, 'value');
  return /null|~/i.test(document.text.slice(start, end));
}

/** Whether the annotation says that templates read inside the section in this release. */
function isNeededNow(release: Release, path: ValuesPath, needed: ValueAnnotation['needed']): boolean {
  if (needed === undefined || needed === false) return false;
  if (typeof needed !== 'object') return !isUnread(release, path, needed === 'always');
  return Object.entries(needed).every(([pointer, among]) =>
    among.includes(valueAt(release.values.data, parsePointer(pointer)) ?? null),
  );
}

/** Whether the selected mode reads other sections, or a switch beside the section is off. */
function isUnread({ roles, values }: Release, path: ValuesPath, always: boolean): boolean {
  if (!always && path.some((_, i) => valueAt(values.data, [...path.slice(0, i), 'enabled']) === false))
    return true;
  return roles.modes.some(({ ignored, readers, value }) => {
    if (ignored.some((section) => startsWith(path, section) && !(always && samePath(path, section))))
      return true;
    const name = `${formatPath(path)}.`;
    const isRead = Object.entries(readers).some(
      ([section, modes]) => section.startsWith(name) && modes.includes(String(value)),
    );
    return (
      !always &&
      !isRead &&
      ignored.some((section) => section.length > path.length && startsWith(section, path))
    );
  });
}

/** Whether templates are known, or very likely, to read inside the section without asking whether it is there. */
function breaks(release: Release, path: ValuesPath, before: JsonObject): boolean {
  const { templates } = release.chart ?? {};
  if (templates?.complete === true) {
    const uses = templates.usesOf(path);
    return templates.namesBelow(path).length > 0 && !uses.has('test') && !templates.readsWhole(path);
  }
  const key = path.at(-1);
  if (typeof key !== 'string' || RENDERED_WHOLE.test(key)) return false;
  return typeof before.enabled === 'boolean' || typeof before.create === 'boolean' || 'repository' in before;
}

function advice(name: string, before: JsonObject, isRead: boolean): string {
  if (!isRead) return 'Remove the line to keep the defaults, or write null if they shall go.';
  if (before.enabled === true) {
    return `To turn it off, set ${name}.enabled to false; to keep the defaults, remove the line.`;
  }
  return 'Remove the line to keep the defaults.';
}
