import { keyTree } from '../chart/chart-shape.ts';
import { assembleDefaults } from '../json-schema/assemble-defaults.ts';
import { collectAnnotations } from '../json-schema/collect-annotations.ts';
import type { JsonSchema } from '../model/chart-profile.ts';
import { type ChartFolder, readJson } from './chart-folders.ts';
import { VALIDATOR_IMPORTS, validatorExpression } from './interpreted-module.ts';
import type { RuleFile } from './rule-files.ts';
import { importLine } from './rule-registry.ts';

interface ProfileFile {
  readonly name: string;
  readonly title: string;
  readonly chartNames: readonly string[];
  readonly version: string;
  readonly appVersion?: string;
}

/**
 * The texts, by name, of the modules of shipped charts below `src/generated/`: one module per chart with everything that
 * linting it takes, its rules included, computed ahead of time, so that a run loads one small file and compiles nothing;
 * and the index of them.
 */
export function chartModules(
  charts: readonly ChartFolder[],
  rules: readonly RuleFile[],
): Map<string, string> {
  const files = new Map<string, string>();
  const index: string[] = [];
  const cases: string[] = [];
  for (const chart of charts) {
    const schema = readJson<JsonSchema>(chart.schemaFile);
    const profile = readJson<ProfileFile>(chart.profileFile);
    const { name, title, chartNames, version } = profile;
    const its = rules.filter(({ file }) => file.startsWith(`${name}/`));
    files.set(`${name}.${version}.ts`, moduleText(schema, profile, its));
    const entry = { name, title, version, chartNames, keys: keyTree(schema) };
    index.push(`JSON.parse(${JSON.stringify(JSON.stringify(entry))})`);
    cases.push(`  ${JSON.stringify(name)}: async () => (await import('./${name}.${version}.ts')).chart,`);
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
    "import type { ShippedChart, ShippedChartEntry } from '../chart/shipped-chart.ts';",
    '',
    '/** The charts that chartlint knows in full. */',
    'export const shippedCharts: readonly ShippedChartEntry[] = [',
    ...index.map((entry) => `  ${entry},`),
    '];',
    '',
    '/** Loads what linting a shipped chart takes, by its name. */',
    'export const loadShippedChart: Readonly<Record<string, () => Promise<ShippedChart>>> = {',
    ...cases,
    '};',
    '',
  ].join('\n');
}
