import type { Annotation } from '../../model/annotation.ts';
import type { Fact } from '../../model/fact.ts';
import { formatPath } from '../../model/format-path.ts';
import { isJsonObject } from '../../model/json-value.ts';
import type { Release } from '../../model/release.ts';
import { defineRule } from '../../model/rule.ts';
import { startsWith, type ValuesPath, valueAt } from '../../model/values-path.ts';
import { listWords } from '../list-words.ts';
import { matchingPaths } from '../matching-paths.ts';
import { readInstead } from '../read-instead.ts';
import { withoutEffect } from '../without-effect.ts';

export const rule = defineRule({
  id: 'dead-value',
  severity: 'info',
  recommended: true,
  silentAfter: ['ossa/grafana-password-notes'],
  docs: {
    summary: 'A value that no template of the chart reads is set to something else than the default.',
    why: 'The setting looks as if it did something and does nothing. The schemas of the shipped charts mark such values (`x-chartlint.dead`) and name the setting that works; for a chart on disk the templates themselves tell.',
    source: 'Static reading of every `.Values` reference in the templates of the chart.',
  },
  examples: {
    bad: [
      { chart: 'hotswap', values: 'service:\n  targetPort: 8080\n' },
      { chart: 'atlasia', values: 'backup:\n  enabled: true\n' },
      {
        values: 'image: y\nlogFormat: json\n',
        defaults: 'image: x\nlogFormat: text\n',
        templates: ['image: {{ .Values.image }}'],
      },
    ],
    good: [
      { chart: 'hotswap', values: 'service:\n  targetPort: 5000\n' },
      {
        values: 'image: y\nlogFormat: json\n',
        defaults: 'image: x\nlogFormat: text\n',
        templates: ['image: {{ .Values.image }}', '{{ include "lib.all" .Values.logFormat }}'],
      },
      {
        values: 'image: y\nlogFormat: json\n',
        defaults: 'image: "{{ .Values.logFormat }}"\nlogFormat: text\n',
        templates: ['image: {{ tpl .Values.image . }}{{ tpl .Values.logFormat . }}'],
      },
    ],
  },
  *check(release) {
    const marked: ValuesPath[] = [];
    const groups = new Map<string, { annotation: Annotation; paths: ValuesPath[] }>();
    for (const { pattern, annotation } of release.chart?.annotations ?? []) {
      if (annotation.dead === undefined || annotation.replacedBy !== undefined) continue;
      // Naming the environment tells people and chartlint something, if not the chart.
      if (annotation.role === 'environment') continue;
      for (const path of matchingPaths(release.values.data, pattern)) {
        if (marked.some((other) => startsWith(path, other))) continue;
        marked.push(path);
        // Who empties a value expects nothing of it.
        if (!release.values.changedByUser(path) || valueAt(release.values.data, path) === '') continue;
        const key = JSON.stringify([annotation.dead, path.slice(0, -1)]);
        const group = groups.get(key) ?? { annotation, paths: [] };
        group.paths.push(path);
        groups.set(key, group);
      }
    }
    for (const { annotation, paths } of groups.values()) yield deadByAnnotation(release, annotation, paths);
    yield* withoutEffect(release, [...unread(release, marked)], ({ at }) => [at]);
  },
});

/** Keys of one map that are dead for the same reason are one mistake. */
function deadByAnnotation(
  release: Release,
  { dead, deadSeverity }: Annotation,
  paths: readonly ValuesPath[],
): Fact {
  const [first, ...others] = paths;
  const part = isJsonObject(valueAt(release.values.data, first!)) ? 'key' : 'value';
  return {
    at: first!,
    part,
    problem: `${listWords(paths.map(formatPath), 'and', 4)} ${paths.length === 1 ? 'has' : 'have'} no effect`,
    ...(dead === undefined ? {} : { why: dead }),
    related: others.map((at) => ({ at, part: 'key', message: `${formatPath(at)} has no effect either` })),
    ...(deadSeverity === undefined ? {} : { severity: deadSeverity }),
  };
}

/** What the defaults hold, the user changed, and no template reads; a whole section is one finding. */
function* unread(release: Release, marked: readonly ValuesPath[]): Iterable<Fact> {
  const { chart, values, roles } = release;
  const templates = chart?.templates;
  if (templates?.complete !== true) return;
  const meant = readInstead(release);
  const isRead = (path: ValuesPath): boolean => templates.reads(path) || roles.valuesRead.reads(path);

  function* visit(path: ValuesPath): Iterable<Fact> {
    const before = values.defaultAt(path);
    // A copy that Helm makes of the release's own.
    if (path.at(-1) === 'global' && values.ownerOf(path).scope.length === path.length - 1) return;
    if (before === undefined || marked.some((other) => startsWith(path, other))) return;
    if (isRead(path) && !isJsonObject(before)) return;
    if (isRead(path) && (templates!.readsWhole(path) || roles.valuesRead.readsWhole(path))) return;
    const now = valueAt(values.data, path);
    if (isRead(path)) {
      if (isJsonObject(now)) for (const key of Object.keys(now)) yield* visit([...path, key]);
      return;
    }
    if (!values.changedByUser(path)) return;
    const changed = isJsonObject(now)
      ? Object.keys(now).filter((key) => values.changedByUser([...path, key]))
      : [];
    const which = changed.length === 0 ? '' : ` (${listWords(changed, 'and', 3)})`;
    const instead = meant(path);
    const hint =
      instead === undefined
        ? 'Remove it, or look for the setting that the templates read.'
        : `They read ${formatPath(instead)}: did you mean that?`;
    yield {
      at: path,
      part: isJsonObject(now) ? 'key' : 'value',
      ...(instead === undefined ? {} : { severity: 'warning' }),
      problem: `${formatPath(path)}${which} has no effect`,
      why: "It is in the chart's values.yaml, but no template reads it.",
      help: hint,
    };
  }

  for (const key of Object.keys(values.data)) {
    // Helm itself uses these, and so may every chart below; `x-…` holds anchors by convention.
    if (key === 'global' || key === 'tags' || key.startsWith('x-')) continue;
    yield* visit([key]);
  }
}
