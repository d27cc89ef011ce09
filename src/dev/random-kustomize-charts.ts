import { FuzzChance } from './fuzz-chance.ts';
import type { KustomizeChartCase } from './kustomize-chart-case.ts';
import { YAML_SCALARS } from './random-scalars.ts';

/** So many random entries of `helmCharts` with their values files and the values of the chart. The same for the same seed. */
export function randomKustomizeCharts(count: number, seed: number): KustomizeChartCase[] {
  const chance = new FuzzChance(seed);
  return Array.from({ length: count }, (_, i) => kustomizeChart(chance, `random ${seed}/${i}`));
}

function kustomizeChart(chance: FuzzChance, name: string): KustomizeChartCase {
  const files: Record<string, string> = {};
  const is = (one: number): boolean => chance.below(one) === 0;
  let entry = 'helmCharts:\n- name: chart\n  releaseName: web\n';
  if (is(2)) {
    files['v.yaml'] = map(chance, '');
    entry += '  valuesFile: v.yaml\n';
  }
  if (!is(4)) entry += `  valuesInline:\n${map(chance, '    ')}`;
  if (is(2)) entry += `  valuesMerge: ${chance.pick(['override', 'merge', 'replace'])}\n`;
  if (is(3)) {
    files['w.yaml'] = map(chance, '');
    entry += '  additionalValuesFiles:\n  - w.yaml\n';
  }
  return { name, files: { ...files, 'kustomization.yaml': entry }, chartValues: map(chance, '') };
}

/** Lines of a map. */
function map(chance: FuzzChance, indent: string): string {
  const keys = ['a', 'm', 'l', 's', 'b'].filter(() => chance.below(2) === 0);
  return (keys.length === 0 ? ['a'] : keys)
    .map((key) => {
      const isUsual = chance.below(6) > 0;
      if (isUsual && key === 'm') {
        const below = ['x', 'k', 'z'].filter((_, i) => i === 0 || chance.below(2) === 0);
        return `${indent}m:\n${below.map((one) => `${indent}  ${one}: ${chance.pick(YAML_SCALARS)}\n`).join('')}`;
      }
      if (isUsual && key === 'l') {
        const items = Array.from({ length: chance.below(4) }, () =>
          chance.pick(['1', '"2"', 'yes', 'x', '{k: 1}', '2024-01-01', 'null']),
        );
        return `${indent}l: [${items.join(', ')}]\n`;
      }
      return `${indent}${key}: ${chance.pick(YAML_SCALARS)}\n`;
    })
    .join('');
}
