import { formatPath } from '../../model/format-path.ts';
import { defineRule } from '../../model/rule.ts';
import { valueAt } from '../../model/values-path.ts';

export const rule = defineRule({
  id: 'name-override-hardcoded',
  severity: 'warning',
  recommended: true,
  about: 'rendered',
  docs: {
    summary: 'nameOverride renames the pods, and the affinity still looks for the old name.',
    why: 'Charts put nameOverride into the label app.kubernetes.io/name. A selector in the values that names the chart then matches no pod: anti-affinity stops spreading them, without any message.',
    source:
      'Helm, `helm create`, _helpers.tpl (selectorLabels); affinity in values.yaml of HotSwap and Atlasia.',
  },
  examples: {
    bad: [
      { values: 'nameOverride: swapper\n', chart: 'hotswap' },
      { values: 'nameOverride: atlasia-green\n', chart: 'atlasia' },
    ],
    good: [
      { values: 'nameOverride: hotswap\n', chart: 'hotswap' },
      { values: 'nameOverride: swapper\naffinity: null\n', chart: 'hotswap' },
      {
        values:
          'nameOverride: shop\naffinity:\n  podAffinity:\n    preferredDuringSchedulingIgnoredDuringExecution:\n      - podAffinityTerm:\n          labelSelector:\n            matchLabels:\n              app.kubernetes.io/name: redis\n',
      },
    ],
  },
  *check(release) {
    const { chart, roles, values } = release;
    const name = valueAt(values.data, ['nameOverride']);
    if (chart === undefined || typeof name !== 'string' || name === '') return;
    const stale = roles.nameSelectors.filter(
      ({ names }) => names.includes(chart.name) && !names.includes(name) && name !== chart.name,
    );
    const [selector] = stale;
    if (selector === undefined) return;
    yield {
      at: ['nameOverride'],
      problem: `nameOverride is "${name}", but ${formatPath(selector.path.slice(0, 2))} looks for pods with the name "${chart.name}"`,
      why: 'It matches none, and the pods are no longer spread.',
      help: 'Change the name there as well.',
      related: stale.map(({ path }) => ({ at: path, message: `this selector names "${chart.name}"` })),
    };
  },
});
