import { formatPath } from '../../model/format-path.ts';
import { isJsonObject, type JsonValue } from '../../model/json-value.ts';
import { defineRule } from '../../model/rule.ts';
import { valueAt } from '../../model/values-path.ts';
import { listWords } from '../list-words.ts';
import { isUserWritten } from '../written.ts';

/** Where charts take further rules for their role, by convention. */
const PLACES = [
  ['rbac', 'rules'],
  ['rbac', 'extraRules'],
  ['rbac', 'additionalRules'],
  ['serviceAccount', 'rules'],
];

export const rule = defineRule({
  id: 'rbac-wildcard',
  severity: 'warning',
  recommended: true,
  about: 'rendered',
  docs: {
    summary: 'A rule for the service account allows everything.',
    why: 'A star for verbs and resources lets the pods read every Secret and change every workload that the role reaches: whoever takes over one pod has the rest. New kinds of resources are allowed by themselves.',
    source: 'Kubernetes documentation, Role Based Access Control Good Practices, "Least privilege".',
  },
  examples: {
    bad: [
      {
        chart: 'ossa',
        values: 'rbac:\n  rules:\n    - apiGroups: ["*"]\n      resources: ["*"]\n      verbs: ["*"]\n',
      },
    ],
    good: [
      {
        chart: 'ossa',
        values: 'rbac:\n  rules:\n    - apiGroups: [""]\n      resources: [pods]\n      verbs: [get, list]\n',
      },
    ],
  },
  *check(release) {
    for (const place of PLACES) {
      const rules = valueAt(release.values.data, place);
      if (!Array.isArray(rules)) continue;
      for (const [i, one] of rules.entries()) {
        if (!isJsonObject(one) || !isUserWritten(release, [...place, i])) continue;
        const stars = ['verbs', 'resources'].filter((key) => hasStar(one[key]));
        if (!stars.includes('verbs') && !(stars.includes('resources') && hasStar(one.apiGroups))) continue;
        yield {
          at: [...place, i],
          problem: `${formatPath([...place, i])} has "*" for ${listWords(stars)}`,
          why: 'Whoever takes over a pod of this release may do all of that.',
          help: 'Name the resources and verbs that the pods need.',
        };
      }
    }
  },
});

function hasStar(value: JsonValue | undefined): boolean {
  return Array.isArray(value) && value.includes('*');
}
