import { formatPath } from '../../model/format-path.ts';
import { knownNames } from '../../model/nearest-name.ts';
import { defineRule } from '../../model/rule.ts';
import type { ValueUse } from '../../model/template-use.ts';
import { listWords } from '../list-words.ts';
import { meantWord } from '../meant-word.ts';

/** Uses that do not put the value anywhere. */
const LOOKS: ReadonlySet<ValueUse> = new Set(['compare', 'test']);

export const rule = defineRule({
  id: 'word-unmatched',
  severity: 'warning',
  recommended: true,
  silentAfter: ['schema/enum', 'schema/pattern', 'schema/type', 'word-misspelled'],
  docs: {
    summary: 'A word is spelled almost like one that the templates compare it with: `kind: Daemonset`.',
    why: 'Templates compare letter by letter, upper and lower case apart. A word that none of them knows selects nothing: the object is left out, or the branch for everything else is taken, and Helm says nothing. Reported only where the templates do nothing else with the value than compare it with fixed words.',
    source: 'Go text/template, function "eq"; the chart’s own templates.',
  },
  examples: {
    bad: [
      {
        values: 'kind: Daemonset\n',
        defaults: 'kind: Deployment\n',
        templates: [
          '{{ if eq .Values.kind "Deployment" }}a: b{{ end }}',
          '{{ if eq .Values.kind "DaemonSet" }}c: d{{ end }}',
        ],
      },
    ],
    good: [
      {
        values: 'kind: DaemonSet\n',
        defaults: 'kind: Deployment\n',
        templates: ['{{ if has .Values.kind (list "Deployment" "DaemonSet") }}a: b{{ end }}'],
      },
      {
        values: 'kind: deployment\n',
        defaults: 'kind: Deployment\n',
        templates: ['{{ if eq (lower .Values.kind) "deployment" }}a: b{{ end }}'],
      },
      {
        values: 'kind: Production\n',
        defaults: 'kind: test\n',
        templates: ['{{ if eq .Values.kind "production" }}a: b{{ end }}c: {{ .Values.kind }}'],
      },
    ],
  },
  *check(release) {
    const templates = release.chart?.templates;
    if (templates?.complete !== true) return;
    for (const scalar of release.roles.scalars) {
      const { value } = scalar;
      if (typeof value !== 'string' || value === '') continue;
      const { path } = scalar;
      if (!release.values.changedByUser(path)) continue;
      const known = templates.comparedWith(path);
      if (known.length === 0 || known.includes(value)) continue;
      if ([...templates.usesOf(path)].some((use) => !LOOKS.has(use))) continue;
      const right = meantWord(value, knownNames(known));
      if (right === undefined) continue;
      yield {
        at: path,
        problem: `${formatPath(path)} is "${value}", and templates compare it with ${listWords(
          known.map((word) => `"${word}"`),
          'or',
        )}`,
        why: 'They take no other spelling, so what it stands for is left out without a word.',
        help: `Write "${right}".`,
        fix: { title: `Write ${right}`, safe: false, replace: [{ at: path, text: right }] },
      };
    }
  },
});
