import { formatPath } from '../../model/format-path.ts';
import { defineRule } from '../../model/rule.ts';

export const rule = defineRule({
  id: 'annotation-not-string',
  severity: 'error',
  recommended: true,
  about: 'rendered',
  whenRendered: 'silent',
  docs: {
    summary: 'An annotation, a label or a node selector holds a number or a boolean.',
    why: 'Kubernetes accepts strings there and nothing else. Charts copy the map as it is, so the API server rejects the object: "cannot unmarshal number into Go struct field ObjectMeta.metadata.annotations of type string".',
    source:
      'Kubernetes documentation, Annotations, Labels and Selectors; ingress-nginx documentation, Annotations.',
  },
  examples: {
    bad: [
      {
        values: 'podAnnotations:\n  prometheus.io/scrape: true\n  prometheus.io/port: 5000\n',
        chart: 'hotswap',
      },
      { values: 'nodeSelector:\n  gpu: yes\n' },
    ],
    good: [
      { values: 'podAnnotations:\n  prometheus.io/scrape: "true"\n' },
      { values: 'annotations:\n  enabled: true\n' },
      { values: 'ingress:\n  enabled: false\n  annotations:\n    order: 5\n' },
    ],
  },
  *check(release) {
    for (const { kind, wrong, active } of release.roles.stringMaps) {
      if (!active) continue;
      for (const { path, value } of wrong) {
        const text = String(value);
        // What YAML made of 1.10, or of "on" in a label, may not be what was meant.
        const plain = typeof value === 'boolean' ? kind === 'annotations' : Number.isSafeInteger(value);
        yield {
          at: path,
          problem: `${formatPath(path)} is the ${typeof value} ${text}, not a string`,
          why: `Kubernetes accepts only strings as ${noun(kind)} and rejects the object.`,
          help: 'Put it in quotes.',
          fix: { title: `Write "${text}"`, safe: plain, replace: [{ at: path, text: `"${text}"` }] },
        };
      }
    }
  },
});

function noun(kind: string): string {
  return kind === 'node selector' ? 'node labels' : kind;
}
