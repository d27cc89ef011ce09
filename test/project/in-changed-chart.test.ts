import { expect, it } from 'vitest';
import type { FileSystem } from '../../src/files/file-system.ts';
import { inChangedChart } from '../../src/project/in-changed-chart.ts';

const charts = ['/work/shop/Chart.yaml', '/work/shop/charts/db/Chart.yaml', '/work/web/Chart.yaml'];
const files = { exists: (file: string) => charts.includes(file) } as FileSystem;

it.each([
  ['shop/templates/a.yaml', ['shop/values.yaml', 'shop/ci/values.yaml']],
  ['shop/Chart.yaml', ['shop/values.yaml', 'shop/ci/values.yaml']],
  ['shop/values.schema.json', ['shop/values.yaml', 'shop/ci/values.yaml']],
  [
    'shop/charts/db/templates/a.yaml',
    ['shop/values.yaml', 'shop/ci/values.yaml', 'shop/charts/db/values.yaml'],
  ],
  ['shop/values.yaml', []],
  ['shop/README.md', []],
  ['templates/a.yaml', []],
])('%s concerns the values of its chart', (changed, concerned) => {
  const concerns = inChangedChart(files, '/work', new Set([`/work/${changed}`]));
  const all = [
    'shop/values.yaml',
    'shop/ci/values.yaml',
    'shop/charts/db/values.yaml',
    'web/values.yaml',
    'values.yaml',
  ];
  expect(all.filter((file) => concerns(`/work/${file}`))).toEqual(concerned);
});
