import { assembleDefaults } from '../json-schema/assemble-defaults.ts';
import { collectAnnotations } from '../json-schema/collect-annotations.ts';
import type { JsonSchema } from '../model/chart-profile.ts';
import { isCompatibleRange } from '../versions/version-range.ts';
import { chartEntry } from './chart-entry.ts';
import type { ChartFolder, ProfileFile } from './chart-folders.ts';
import { VALIDATOR_IMPORTS, validatorExpression } from './interpreted-module.ts';
import type { LoadedRule, RuleFile } from './rule-files.ts';
import { importLine } from './rule-registry.ts';

/**
 * The texts, by name, of the modules of shipped charts below `src/generated/`: one module per state of a chart with everything
 * that linting it takes, its rules included, computed ahead of time, so that a run loads one small file and compiles nothing;
 * and the index of them.
 */
export function chartModules(
  charts: readonly ChartFolder[],
  rules: readonly LoadedRule[],
): Map<string, string> {
  const files = new Map<string, string>();
  const index: string[] = [];
  const cases: string[] = [];
  for (const chart of charts) {
    const { name, state, schema, profile } = chart;
    const its = rules.filter(
      ({ file, rule: { chartVersions: range } }) =>
        file.startsWith(`${name}/`) && (range === undefined || isCompatibleRange(range, profile.version)),
    );
    files.set(`${name}.${state}.ts`, moduleText(schema, profile, its));
    cases.push(`  '${name}@${state}': async () => (await import('./${name}.${state}.ts')).chart,`);
  }
  for (const name of new Set(charts.map((chart) => chart.name))) {
    const { keys, partly, ...head } = chartEntry(charts.filter((chart) => chart.name === name));
    index.push(`lazyEntry(${JSON.stringify(head)}, ${JSON.stringify(JSON.stringify({ keys, partly }))})`);
  }
  return files.set('shipped-charts.ts', indexText(index, cases));
}

function moduleText(schema: JsonSchema, profileFile: ProfileFile, rules: readonly RuleFile[]): string {
  const { name, title, version, appVersion } = profileFile;
  const profile = {
    name,
    title,
    version,
    appVersion,
    defaults: assembleDefaults(schema),
    annotations: collectAnnotations(schema),
  };
  return [
    "import type { ShippedChart } from '../chart/shipped-chart.ts';",
    ...VALIDATOR_IMPORTS,
    ...rules.map(importLine),
    '',
    `export const chart: ShippedChart = {`,
    `  profile: {`,
    `    ...JSON.parse(${JSON.stringify(JSON.stringify(profile))}),`,
    `    rules: [${rules.map(({ variable }) => variable).join(', ')}],`,
    `  },`,
    `  schema: () => JSON.parse(${JSON.stringify(JSON.stringify(schema))}),`,
    `  validate: ${validatorExpression(schema)},`,
    '};',
    '',
  ].join('\n');
}

function indexText(index: readonly string[], cases: readonly string[]): string {
  return [
    "import { lazyEntry } from '../chart/lazy-entry.ts';",
    "import type { ShippedChart, ShippedChartEntry } from '../chart/shipped-chart.ts';",
    '',
    '/** The charts that chartlint knows in full. */',
    'export const shippedCharts: readonly ShippedChartEntry[] = [',
    ...index.map((entry) => `  ${entry},`),
    '];',
    '',
    '/** Loads what linting a shipped chart takes, by its name and state: `zymtrace@26.8.4`. */',
    'export const loadShippedChart: Readonly<Record<string, () => Promise<ShippedChart>>> = {',
    ...cases,
    '};',
    '',
  ].join('\n');
}
