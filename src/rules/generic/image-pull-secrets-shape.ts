import { formatPath } from '../../model/format-path.ts';
import { isJsonObject, type JsonValue } from '../../model/json-value.ts';
import { defineRule } from '../../model/rule.ts';

export const rule = defineRule({
  id: 'image-pull-secrets-shape',
  severity: 'error',
  recommended: true,
  about: 'rendered',
  whenRendered: 'silent',
  docs: {
    summary:
      'Registry credentials are listed as plain names where the chart copies objects, or the other way round.',
    why: 'A pod spec wants objects with a name. A chart that copies the list as it is makes an invalid pod from plain names, and a chart that writes the objects itself renders an object as "map[name:…]". The API server rejects the first, and no Secret has the second name.',
    source:
      'Kubernetes core/v1 PodSpec.imagePullSecrets; templates of the charts (`toYaml` in ColonyOS, HotSwap and Atlasia, `- name: {{ . }}` in OSSA).',
  },
  examples: {
    bad: [
      { chart: 'colonyos', values: 'imagePullSecrets:\n  - regcred\n' },
      { chart: 'hotswap', values: 'imagePullSecrets: [regcred, mirror]\n' },
      { chart: 'ossa', values: 'images:\n  pullSecrets:\n    - name: regcred\n' },
    ],
    good: [
      { chart: 'colonyos', values: 'imagePullSecrets:\n  - name: regcred\n' },
      { chart: 'ossa', values: 'images:\n  pullSecrets:\n    - regcred\n' },
      { values: 'imagePullSecrets:\n  - regcred\n' },
    ],
  },
  *check(release) {
    for (const { path, value, items } of release.roles.imagePullSecrets) {
      if (!Array.isArray(value)) continue;
      for (const [index, item] of value.entries()) {
        const name = misshapen(item, items);
        if (name === undefined) continue;
        const at = [...path, index];
        const wanted = items === 'object' ? `{ name: ${name} }` : name;
        yield {
          at,
          ...(items === 'object'
            ? {
                problem: `${formatPath(at)} is the plain text "${name}", not an object`,
                why: 'The chart copies the list into the pod, which wants objects: the API server rejects it.',
                help: `Write "name: ${name}".`,
              }
            : {
                problem: `${formatPath(at)} is an object, but this chart wants plain names`,
                why: `It would look for a Secret called "map[name:${name}]".`,
                help: `Write "${name}".`,
              }),
          fix: { title: `Write it as ${wanted}`, safe: true, replace: [{ at, text: wanted }] },
        };
      }
    }
  },
});

/** The name in an item of the other shape; undefined when the shape is right or nobody knows what is meant. */
function misshapen(item: JsonValue, items: 'object' | 'string'): string | undefined {
  if (items === 'object') return typeof item === 'string' && isName(item) ? item : undefined;
  if (!isJsonObject(item) || Object.keys(item).length !== 1) return undefined;
  return typeof item.name === 'string' && isName(item.name) ? item.name : undefined;
}

/** A name that YAML reads as text without quotes, so the fix can write it as it stands. */
function isName(text: string): boolean {
  return /^[a-z]([-a-z0-9.]*[a-z0-9])?$/.test(text) && !/^(?:y|n|yes|no|on|off|true|false|null)$/.test(text);
}
