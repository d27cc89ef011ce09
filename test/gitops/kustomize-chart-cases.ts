import type { KustomizeChartCase } from '../../src/dev/kustomize-chart-case.ts';

const CHART_VALUES = 'a: 1\nm: {x: 1, p: 2}\nl: [1, 2]\ns: text\nq: "1"\n';

const entry = (name: string, body: string, files: Record<string, string> = {}): KustomizeChartCase => ({
  name,
  chartValues: CHART_VALUES,
  files: { 'kustomization.yaml': `helmCharts:\n- name: chart\n  releaseName: web\n${body}`, ...files },
});

/** How Kustomize puts values together for Helm (`HelmChartInflationGenerator.go`), each tried with the real one. */
export const KUSTOMIZE_CHART_CASES: readonly KustomizeChartCase[] = [
  entry('without anything the chart has its own', ''),
  entry('a values file lies over the chart', '  valuesFile: v.yaml\n', { 'v.yaml': 'a: 2\nm: {z: 1}\n' }),
  entry('inline lies over the chart', '  valuesInline:\n    a: 2\n    m: {z: 1}\n    l: [9]\n'),
  entry(
    'inline wins over the file by default',
    '  valuesFile: v.yaml\n  valuesInline:\n    a: 3\n    m: {x: 3}\n',
    {
      'v.yaml': 'a: 2\nb: 2\nm: {x: 2, z: 2}\n',
    },
  ),
  entry(
    'with merge the file wins',
    '  valuesFile: v.yaml\n  valuesMerge: merge\n  valuesInline:\n    a: 3\n    c: 3\n    m: {x: 3, w: 3}\n',
    {
      'v.yaml': 'a: 2\nb: 2\nm: {x: 2, z: 2}\n',
    },
  ),
  entry(
    'with merge and no file the chart wins',
    '  valuesMerge: merge\n  valuesInline:\n    a: 3\n    c: 3\n    m: {x: 3, w: 3}\n',
  ),
  entry(
    'with replace the file is not read',
    '  valuesFile: v.yaml\n  valuesMerge: replace\n  valuesInline:\n    a: 3\n',
    {
      'v.yaml': 'a: 2\nb: 2\n',
    },
  ),
  entry('null keeps the default', '  valuesInline:\n    a: null\n    m: {x: null}\n'),
  entry(
    'null takes a key out of the file',
    '  valuesFile: v.yaml\n  valuesInline:\n    a: null\n    b: null\n',
    { 'v.yaml': 'a: 2\nb: 2\n' },
  ),
  entry(
    'with replace null deletes',
    '  valuesMerge: replace\n  valuesInline:\n    a: null\n    m: {x: null}\n',
  ),
  entry(
    'additional files win over inline',
    '  valuesInline:\n    a: 3\n    b: 3\n  additionalValuesFiles:\n  - v.yaml\n  - w.yaml\n',
    {
      'v.yaml': 'a: 4\nc: 4\n',
      'w.yaml': 'c: 5\n',
    },
  ),
  entry('lists are replaced', '  valuesFile: v.yaml\n  valuesInline:\n    l: [3]\n', {
    'v.yaml': 'l: [4, 5, 6]\n',
  }),
  entry(
    'yes is true inline and text in the file',
    '  valuesFile: v.yaml\n  valuesInline:\n    b: yes\n    d: 0644\n',
    {
      'v.yaml': 'c: yes\ne: 0644\n',
    },
  ),
  entry(
    'a number over quotes stays a number',
    '  valuesFile: v.yaml\n  valuesInline:\n    b: 3\n    c: true\n    d: 3\n',
    {
      'v.yaml': 'b: "2"\nc: \'x\'\nd: 2\n',
    },
  ),
  entry('and over those of the chart', '  valuesInline:\n    q: 3\n    s: 4\n'),
];
