import { formatPath } from '../../model/format-path.ts';
import { isJsonObject, type JsonValue } from '../../model/json-value.ts';
import type { Release } from '../../model/release.ts';
import { defineRule } from '../../model/rule.ts';
import type { ValuesPath } from '../../model/values-path.ts';
import { isUserWritten } from '../written.ts';

/** What a template of Helm names; `{{ $labels.instance }}` in an alert is one of another program. */
const HELM_NAME = /\.(?:Values|Release|Chart|Capabilities)\b|\b(?:include|tpl) "/;

/** Whether Helm's names stand in one of the templates of a text. */
function holdsTemplate(text: string): boolean {
  return text.split('}').some((part) => {
    const start = part.indexOf('{{');
    return start !== -1 && HELM_NAME.test(part.slice(start + 2));
  });
}

export const rule = defineRule({
  id: 'template-in-value',
  severity: 'warning',
  recommended: true,
  whenRendered: 'yields',
  yieldsTo: ['schema/type'],
  docs: {
    summary:
      'A value holds a Helm template where the chart does not expand templates, or wants another type than text.',
    why: 'Helm does not expand templates in values files. Only a chart that passes the value through `tpl` does; elsewhere the braces end up in the cluster as they are, and where a number, a boolean or a map is wanted, the text is of the wrong type even so.',
    source: 'Helm documentation, "Using the tpl function"; bitnami/charts issues 27441, 29451 and 29952.',
  },
  examples: {
    bad: [
      { values: 'replicas: "{{ .Values.global.replicas }}"\n', defaults: 'replicas: 2\n' },
      {
        values: 'host: "{{ .Release.Name }}.corp.net"\n',
        defaults: 'host: ""\n',
        templates: ['host: {{ .Values.host | quote }}'],
      },
    ],
    good: [
      {
        values: 'host: "{{ .Release.Name }}.corp.net"\n',
        defaults: 'host: ""\n',
        templates: ['host: {{ tpl .Values.host . | quote }}'],
      },
      { values: 'host: "{{ .Release.Name }}.corp.net"\n', defaults: 'host: ""\n' },
      {
        values: 'summary: "{{ $labels.instance }} is down"\n',
        defaults: 'summary: ""\n',
        templates: ['summary: {{ .Values.summary | quote }}'],
      },
      {
        values: 'hosts: "{{ .Values.global.hosts }}"\n',
        defaults: 'hosts: []\n',
        templates: ['{{ tpl .Values.hosts . }}'],
      },
    ],
  },
  *check(release) {
    for (const scalar of release.roles.scalars) {
      const { value } = scalar;
      if (typeof value !== 'string' || !value.includes('{{') || !holdsTemplate(value)) continue;
      const { path } = scalar;
      if (!isUserWritten(release, path)) continue;
      const uses = release.chart?.templates?.usesOf(path);
      if (mayBeExpanded(release, path)) continue;
      const wanted = typeWords(release.values.defaultAt(path));
      if (wanted !== undefined) {
        yield {
          at: path,
          problem: `${formatPath(path)} is a template, and the chart's default there is ${wanted}`,
          why: 'Helm does not expand templates in values, so the chart gets the text itself.',
          help: 'Write the value, or pass it with --set.',
        };
      } else if (isPrinted(uses)) {
        yield {
          at: path,
          problem: `${formatPath(path)} is a template, but the chart prints this value as it is`,
          why: 'The braces end up in the cluster.',
          help: 'Write the value itself, or pass it with --set.',
        };
      }
    }
  },
});

/** Whether some template expands the value, or hands it or a map around it to something that may. */
function mayBeExpanded(release: Release, path: ValuesPath): boolean {
  const templates = release.chart?.templates;
  if (templates === undefined) return false;
  return [...path, undefined].some((_, length) => {
    const uses = templates.usesOf(path.slice(0, length));
    return uses.has('tpl') || uses.has('other') || uses.has('yaml');
  });
}

/** Whether the templates are known to print the value and to do nothing else with it. */
function isPrinted(uses: ReadonlySet<string> | undefined): boolean {
  const known = new Set(['print', 'test', 'compare']);
  return uses?.has('print') === true && [...uses].every((use) => known.has(use));
}

function typeWords(before: JsonValue | undefined): string | undefined {
  if (typeof before === 'number') return 'a number';
  if (typeof before === 'boolean') return 'a boolean';
  if (Array.isArray(before)) return 'a list';
  return isJsonObject(before) ? 'a map' : undefined;
}
