import { CHART, chart, template, times } from './chart-texts.ts';
import type { HostileInput } from './hostile-input.ts';

const patterned = (pattern: string, letter: string) => (size: number) =>
  chart(`name: "${letter.repeat(size)}!"\n`, { properties: { name: { pattern } } });

/** Patterns and globs that could take longer than their length says. */
export const HOSTILE_PATTERNS: readonly HostileInput[] = [
  { name: 'pattern (a+)+$', size: 20_000, files: patterned('^(a+)+$', 'a') },
  { name: 'pattern (a|aa)+$', size: 20_000, files: patterned('^(a|aa)+$', 'a') },
  { name: 'pattern (a|a)*$', size: 20_000, files: patterned('^(a|a)*$', 'a') },
  { name: 'pattern .*.*.*=', size: 20_000, files: patterned('.*.*.*=', 'a') },
  { name: 'pattern a*a*a*$', size: 20_000, files: patterned('^a*a*a*a*$', 'a') },
  { name: 'pattern \\s+$, not anchored', size: 20_000, files: patterned('\\s+$', ' ') },
  { name: 'pattern with a look-ahead', size: 20_000, files: patterned('^(?=(a+)+$)', 'a'), tells: 'schema' },
  {
    name: 'pattern with a back-reference',
    size: 20_000,
    files: patterned('^(a+)+\\1$', 'a'),
    tells: 'schema',
  },
  {
    name: 'pattern with counts in counts',
    size: 20,
    files: (size) =>
      chart(`name: "${'a'.repeat(size * 100)}!"\n`, {
        properties: { name: { pattern: `^((a{0,${size}}){0,${size}}){0,${size}}$` } },
      }),
  },
  {
    name: 'patternProperties × keys',
    size: 500,
    files: (size) =>
      chart(
        times(size, (i) => `k${i}: 1\n`),
        {
          patternProperties: Object.fromEntries(Array.from({ length: size }, (_, i) => [`^(a+)+x${i}$`, {}])),
        },
      ),
  },
  {
    name: 'propertyNames by a pattern',
    size: 20_000,
    files: (size) =>
      chart(`${'a'.repeat(Math.min(size, 1000))}!: 1\n`, { propertyNames: { pattern: '^(a+)+$' } }),
  },
  {
    name: 'glob of the configuration, stars',
    size: 20,
    files: (size) => ({
      [`${'a'.repeat(Math.min(size * 3, 200))}.yaml`]: 'a: 1\n',
      '.chartlint.yaml': `overrides:\n  - files: ["${'*a'.repeat(size)}b"]\n    rules: { quoted-boolean: 'off' }\n`,
    }),
  },
  {
    name: 'glob of the configuration, braces',
    size: 8,
    files: (size) => ({
      'a.yaml': 'a: 1\n',
      '.chartlint.yaml': `overrides:\n  - files: ["${'{a,b}'.repeat(size)}"]\n    rules: { quoted-boolean: 'off' }\n`,
    }),
  },
  {
    name: 'glob of the configuration, **',
    size: 1000,
    files: (size) => ({
      [`${'a/'.repeat(50)}a.yaml`]: 'a: 1\n',
      '.chartlint.yaml': `overrides:\n  - files: ["${'**/a/'.repeat(size)}b"]\n    rules: { quoted-boolean: 'off' }\n`,
    }),
  },
  {
    name: 'path in a switch-off of the configuration',
    size: 20,
    files: (size) => ({
      'values.yaml': `${'a'.repeat(size * 3)}: "true"\n`,
      '.chartlint.yaml': `overrides:\n  - paths: ["${'*a'.repeat(size)}b"]\n    rules: { quoted-boolean: 'off' }\n`,
    }),
  },
  {
    name: '.helmignore',
    size: 20,
    files: (size) => ({
      ...chart('a: 1\n'),
      [`templates/${'a'.repeat(Math.min(size * 3, 200))}.yaml`]: 'a: 1\n',
      '.helmignore': `${'*a'.repeat(size)}b\n`,
    }),
  },
  {
    name: '.Files.Glob',
    size: 20,
    files: (size) => ({
      ...template(`a: {{ len (.Files.Glob "${'*a'.repeat(size)}b") }}\n`),
      [`${'a'.repeat(Math.min(size * 3, 200))}.txt`]: 'a\n',
    }),
  },
  {
    name: '.Files.Glob, braces',
    size: 20,
    files: (size) => ({
      ...template(`a: {{ len (.Files.Glob "${'{a,aa}'.repeat(size)}b") }}\n`),
      [`${'a'.repeat(Math.min(size * 3, 200))}.txt`]: 'a\n',
    }),
  },
  {
    name: 'globals × subcharts',
    size: 100,
    files: (size) => ({
      ...chart(`global:\n${times(size, (i) => `  k${i}: ${i}\n`)}`),
      'Chart.yaml': `${CHART}dependencies:\n${times(size, (i) => `  - { name: c, alias: c${i}, version: 1.0.0 }\n`)}`,
      'charts/c/Chart.yaml': CHART.replace('shop', 'c'),
      'charts/c/values.yaml': 'a: 1\n',
    }),
  },
  {
    name: 'regexMatch of a template',
    size: 5000,
    files: (size) => template(`a: {{ regexMatch "^(a+)+$" (printf "%s!" (repeat ${size} "a")) }}\n`),
  },
];
