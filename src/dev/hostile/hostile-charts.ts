import { packedChart } from '../packed-chart.ts';
import { CHART, chart, times } from './chart-texts.ts';
import type { HostileInput } from './hostile-input.ts';

/** Charts below charts that could take longer than their length says. */
export const HOSTILE_CHARTS: readonly HostileInput[] = [
  {
    name: 'ranges of versions',
    size: 30,
    files: (size) => ({
      'Chart.yaml': `${CHART}dependencies: [{ name: sub, version: "1${'  1'.repeat(size)} !" }]\n`,
      'values.yaml': 'a: 1\n',
      'charts/sub/Chart.yaml': 'apiVersion: v2\nname: sub\nversion: 1.0.0\n',
    }),
  },
  {
    name: 'self-dependency',
    size: 1,
    files: (size) => ({
      ...chart('a: 1\n'),
      'Chart.yaml': `${CHART}dependencies:\n${times(size, () => '  - { name: shop, version: 1.0.0, repository: "file://." }\n')}`,
    }),
  },
  {
    name: 'dependencies on each other that double',
    size: 5,
    args: ['c0/values.yaml'],
    files: (size) =>
      Object.fromEntries(
        Array.from({ length: size * 4 }, (_, i) => [
          [
            `c${i}/Chart.yaml`,
            `apiVersion: v2\nname: c${i}\nversion: 1.0.0\ndependencies:\n  - { name: c${i + 1}, version: 1.0.0, repository: "file://../c${i + 1}" }\n  - { name: c${i + 1}, alias: b, version: 1.0.0, repository: "file://../c${i + 1}" }\n`,
          ],
          [`c${i}/values.yaml`, 'a: 1\n'],
        ]).flat(),
      ) as Record<string, string>,
  },
  {
    name: 'dependencies in a circle',
    size: 5,
    args: ['c0/values.yaml'],
    files: (size) =>
      Object.fromEntries(
        Array.from({ length: size }, (_, i) => [
          [
            `c${i}/Chart.yaml`,
            `apiVersion: v2\nname: c${i}\nversion: 1.0.0\ndependencies:\n${times(3, (j) => `  - { name: c${(i + j) % size}, alias: a${j}, version: 1.0.0, repository: "file://../c${(i + j) % size}" }\n`)}`,
          ],
          [`c${i}/values.yaml`, 'a: 1\n'],
        ]).flat(),
      ) as Record<string, string>,
  },
  {
    name: 'link loops',
    size: 2,
    files: () => chart('a: 1\n'),
    links: (size) =>
      Object.fromEntries(
        Array.from({ length: size }, (_, i) => [
          [`charts/l${i}`, '..'],
          [`templates/l${i}`, '..'],
          [`f${i}`, '.'],
        ]).flat(),
      ) as Record<string, string>,
  },
  {
    name: 'archives in archives',
    size: 10,
    files: (size) => {
      let packed = packedChart('c', { 'Chart.yaml': CHART.replace('shop', 'c') });
      for (let i = 0; i < size; i++)
        packed = packedChart('c', { 'Chart.yaml': CHART.replace('shop', 'c'), 'charts/c.tgz': packed });
      return { ...chart('a: 1\n'), 'charts/c.tgz': packed };
    },
  },
  {
    name: 'archives in archives that double',
    size: 4,
    files: (size) => {
      let packed = packedChart('c', { 'Chart.yaml': CHART.replace('shop', 'c') });
      for (let i = 0; i < size; i++)
        packed = packedChart('c', {
          'Chart.yaml': CHART.replace('shop', 'c'),
          'charts/a.tgz': packed,
          'charts/b.tgz': packed,
        });
      return { ...chart('a: 1\n'), 'charts/c.tgz': packed };
    },
  },
  {
    name: 'archive of zeros',
    size: 10,
    files: (size) => ({
      ...chart('a: 1\n'),
      'charts/c.tgz': packedChart('c', {
        'Chart.yaml': CHART.replace('shop', 'c'),
        'zeros.bin': new Uint8Array(size * 1_000_000),
      }),
    }),
    tells: 'limit "archiveFileBytes"',
  },
  {
    name: 'archive of large files',
    size: 7,
    files: (size) => ({
      ...chart('a: 1\n'),
      'charts/c.tgz': packedChart('c', {
        'Chart.yaml': CHART.replace('shop', 'c'),
        ...Object.fromEntries(
          Array.from({ length: size }, (_, i) => [`zeros${i}.bin`, new Uint8Array(4_000_000)]),
        ),
      }),
    }),
    tells: 'limit "archiveBytes"',
  },
  {
    name: 'archive of many files',
    size: 10_000,
    files: (size) => ({
      ...chart('a: 1\n'),
      'charts/c.tgz': packedChart('c', {
        'Chart.yaml': CHART.replace('shop', 'c'),
        ...Object.fromEntries(
          Array.from({ length: size }, (_, i) => [`templates/f${i}.yaml`, 'a: {{ .Values.a }}\n']),
        ),
      }),
    }),
  },
  {
    name: 'aliases of dependencies',
    size: 100,
    files: (size) => ({
      ...chart('a: 1\n'),
      'Chart.yaml': `${CHART}dependencies:\n${times(size, (i) => `  - { name: c, alias: c${i}, version: 1.0.0 }\n`)}`,
      'charts/c/Chart.yaml': CHART.replace('shop', 'c'),
      'charts/c/values.yaml': times(size, (i) => `k${i}: ${i}\n`),
      'charts/c/templates/a.yaml': 'a: {{ .Values.k1 }}\n',
    }),
  },
  {
    name: 'imports of dependencies',
    size: 100,
    files: (size) => ({
      ...chart('a: 1\n'),
      'Chart.yaml': `${CHART}dependencies:\n  - name: c\n    version: 1.0.0\n    import-values:\n${times(size, (i) => `      - { child: data, parent: p${i} }\n`)}`,
      'charts/c/Chart.yaml': CHART.replace('shop', 'c'),
      'charts/c/values.yaml': `data:\n${times(size, (i) => `  k${i}: ${i}\n`)}`,
    }),
  },
  {
    name: 'imports of imports that double',
    size: 3,
    files: (size) => {
      const files: Record<string, string> = { 'values.yaml': 'a: 1\n' };
      let folder = '';
      for (let i = 0; i < size; i++) {
        files[`${folder}Chart.yaml`] =
          `apiVersion: v2\nname: c${i}\nversion: 1.0.0\ndependencies:\n  - name: c${i + 1}\n    version: 1.0.0\n    import-values:\n${times(8, (j) => `      - { child: d, parent: d.k${j} }\n`)}`;
        folder += `charts/c${i + 1}/`;
      }
      files[`${folder}Chart.yaml`] = `apiVersion: v2\nname: c${size}\nversion: 1.0.0\n`;
      files[`${folder}values.yaml`] = 'd: { a: 1 }\n';
      return files;
    },
  },
  {
    name: 'version range',
    size: 5000,
    files: (size) => ({
      ...chart('a: 1\n'),
      'Chart.yaml': `${CHART}kubeVersion: "${'>1 '.repeat(size)}!"\ndependencies: [{ name: c, version: "${'1.'.repeat(size)} - x" }]\n`,
    }),
  },
];
