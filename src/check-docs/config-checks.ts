import type { CheckInfo } from '../model/check-info.ts';
import { schemaChecks } from './schema-checks.ts';

/** What only a program can check in a configuration. */
export const ownConfigChecks = [
  {
    id: 'config/syntax',
    severity: 'error',
    aboutRun: true,
    summary: 'The configuration file is not YAML or JSON.',
    why: 'Nothing of it can be read, so the run stops rather than lint with other settings than you wrote.',
  },
  {
    id: 'config/unknown-rule',
    severity: 'error',
    aboutRun: true,
    summary: 'The configuration sets a rule that does not exist.',
    why: 'The setting has no effect, most often because of a typo or a plugin that is not listed. "chartlint rules" lists the names.',
  },
  {
    id: 'config/unknown-preset',
    severity: 'error',
    aboutRun: true,
    summary: '"extends" names a preset that does not exist.',
    why: 'Presets are recommended, strict and production, and those of plugins as <plugin>/<preset>.',
  },
  {
    id: 'config/plugin',
    severity: 'error',
    aboutRun: true,
    summary: 'A plugin cannot be loaded, or is not built as a plugin must be.',
    why: 'Its rules do not run, so the run ends with exit code 2; all other findings are reported. A plugin exports an object with "name" and "rules".',
  },
] as const satisfies readonly CheckInfo[];

/**
 * What is wrong with the configuration file. Its findings end the run with exit code 2, those about plugins only after the others are reported. They come from the JSON Schema
 * of the configuration (`config/type`, `config/unknown-key` …) and from what only a program can check.
 */
export const configChecks: readonly CheckInfo[] = [
  ...schemaChecks.map(({ name, summary }) => ({
    id: `config/${name}` as const,
    severity: 'error' as const,
    aboutRun: true as const,
    summary: `In the configuration: ${summary.charAt(0).toLowerCase()}${summary.slice(1)}`.replaceAll(
      'the chart',
      'the configuration',
    ),
    why: 'chartlint does not guess what a configuration means. The message names the place and what is allowed there; schemas/config.schema.json describes the whole file for editors.',
  })),
  ...ownConfigChecks,
];
