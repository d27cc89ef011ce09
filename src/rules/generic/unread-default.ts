import type { Fact } from '../../model/fact.ts';
import { formatPath } from '../../model/format-path.ts';
import { isJsonObject, type JsonObject } from '../../model/json-value.ts';
import { isAmong } from '../../model/layer.ts';
import type { Release } from '../../model/release.ts';
import { defineRule } from '../../model/rule.ts';
import type { ValuesPath } from '../../model/values-path.ts';
import { readInstead } from '../read-instead.ts';

export const rule = defineRule({
  id: 'unread-default',
  severity: 'info',
  recommended: true,
  docs: {
    summary: "A key of the linted chart's own values.yaml is read by none of its templates.",
    why: 'Who installs the chart sets the key and nothing happens. A template that reads almost the same key, which nothing defines, shows what was meant, and then it is a warning. Only the author of a chart hears about its defaults.',
    source:
      'Helm issues about keys that drifted apart from templates. Static reading of every `.Values` reference in the templates.',
  },
  examples: {
    bad: [
      {
        values: 'image: x\nlogFormat: text\n',
        templates: ['image: {{ .Values.image }}'],
      },
      {
        values: 'nodeName: ""\nqueueNodename: ""\n',
        templates: ['name: {{ .Values.nodeName }} {{ .Values.queueNodeName }}'],
      },
    ],
    good: [
      {
        values: 'image: x\nlogFormat: text\n',
        templates: ['image: {{ .Values.image }} {{ .Values.logFormat }}'],
      },
      {
        values: 'image: x\n',
        defaults: 'image: x\nlogFormat: text\n',
        templates: ['image: {{ .Values.image }}'],
      },
    ],
  },
  *check(release) {
    if (release.chart?.templates?.complete !== true) return;
    const own = release.values.layers.find(
      (layer) => layer.kind === 'chart-defaults' && isAmong(layer, release.files),
    );
    if (own === undefined) return;
    const meant = readInstead(release);
    yield* unread(release, own.data, [], meant);
  },
});

/** Helm hands `global` on, `tags` and `enabled` turn charts on: this one, where it is a dependency. */
const OF_HELM = new Set(['global', 'tags', 'enabled']);

function* unread(
  release: Release,
  map: JsonObject,
  path: ValuesPath,
  meant: ReturnType<typeof readInstead>,
): Iterable<Fact> {
  const templates = release.chart!.templates!;
  const { valuesRead } = release.roles;
  for (const [key, value] of Object.entries(map)) {
    // `x-…` holds anchors by convention.
    if (path.length === 0 && (OF_HELM.has(key) || key.startsWith('x-'))) continue;
    const at = [...path, key];
    const { scope, isOff } = release.values.ownerOf(at);
    // Below a dependency the values.yaml is an overlay, of which unknown-key speaks.
    if (scope.length > 0 || isOff) continue;
    if (templates.reads(at) || valuesRead.reads(at)) {
      const whole = templates.readsWhole(at) || valuesRead.readsWhole(at);
      if (isJsonObject(value) && !whole) yield* unread(release, value, at, meant);
      continue;
    }
    const instead = meant(at);
    yield {
      at,
      part: 'key',
      ...(instead === undefined ? {} : { severity: 'warning' }),
      ...(instead === undefined
        ? {
            problem: `no template of the chart reads ${formatPath(at)}`,
            why: 'Setting it changes nothing.',
            help: 'Remove it, or use it.',
          }
        : {
            problem: `no template of the chart reads ${formatPath(at)}`,
            why: 'Setting it changes nothing.',
            help: `They read ${formatPath(instead)}: did you mean that?`,
          }),
    };
  }
}
