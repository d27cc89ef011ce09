import { expect, it } from 'vitest';
import { fileSource } from '../../src/model/source.ts';
import { chartOfFile } from '../../src/report/html/chart-of-file.ts';

it('counts what stands beside or below a values file to its chart', () => {
  const release = { version: undefined, detectedBy: 'chart-yaml' as const };
  const releases = [
    { ...release, chart: 'web', title: 'web', files: [fileSource('charts/web/values.yaml')] },
    { ...release, chart: 'queue', title: 'Queue', files: [fileSource('charts/queue/ci/prod.yaml')] },
  ];
  const chartOf = chartOfFile({ releases } as unknown as Parameters<typeof chartOfFile>[0]);
  const files = [
    'charts/web/Chart.yaml',
    'charts/web/templates/a.yaml',
    'charts/queue/ci/prod.yaml',
    'charts/x.yaml',
  ];
  expect(files.map((file) => chartOf(fileSource(file)))).toEqual(['web', 'web', 'Queue', 'no known chart']);
});
