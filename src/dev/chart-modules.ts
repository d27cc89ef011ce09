import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { keyTree } from '../chart/chart-shape.ts';
import { assembleDefaults } from '../json-schema/assemble-defaults.ts';
import { collectAnnotations } from '../json-schema/collect-annotations.ts';
import type { JsonSchema } from '../model/chart-profile.ts';
import { rules } from '../rules/registry.ts';
import { chartFolders, readJson } from './chart-folders.ts';
import { VALIDATOR_IMPORTS, validatorExpression } from './interpreted-module.ts';
import { ruleFiles, ruleHeadsText } from './rule-registry.ts';

interface ProfileFile {
  readonly name: string;
  readonly title: string;
  readonly chartNames: readonly string[];
  readonly version: string;
  readonly appVersion?: string;
}

/**
 * Writes `src/generated/`: the index of the shipped charts, what is known of all rules, and one module per chart with everything
 * that linting it takes, its rules included, computed ahead of time, so that a run loads one small file and compiles nothing. Not committed: `npm run build` makes it.
 */
export function writeChartModules(root: string): void {
  const folder = path.join(root, 'src', 'generated');
  mkdirSync(folder, { recursive: true });
  const index: string[] = [];
  const cases: string[] = [];
  for (const chart of chartFolders(root)) {
    const schema = readJson<JsonSchema>(chart.schemaFile);
    const { name, title, chartNames, version, appVersion } = readJson<ProfileFile>(chart.profileFile);
    const profile = {
      name,
      title,
      version,
      appVersion,
      defaults: assembleDefaults(schema),
      annotations: collectAnnotations(schema),
    };
    const module = `${name}.${version}`;
    writeFileSync(
      path.join(folder, `${module}.ts`),
      [
        "import type { ShippedChart } from '../chart/shipped-chart.ts';",
        ...VALIDATOR_IMPORTS,
        ...ruleFiles(root, name).map(
          ({ file, variable }) => `import { rule as ${variable} } from '../rules/${file}';`,
        ),
        '',
        `export const chart: ShippedChart = {`,
        `  profile: {`,
        `    ...JSON.parse(${JSON.stringify(JSON.stringify(profile))}),`,
        `    rules: [${ruleFiles(root, name)
          .map(({ variable }) => variable)
          .join(', ')}],`,
        `  },`,
        `  schema: () => JSON.parse(${JSON.stringify(JSON.stringify(schema))}),`,
        `  validate: ${validatorExpression(schema)},`,
        '};',
        '',
      ].join('\n'),
    );
    const entry = { name, title, version, chartNames, keys: keyTree(schema) };
    index.push(`JSON.parse(${JSON.stringify(JSON.stringify(entry))})`);
    cases.push(`  ${JSON.stringify(name)}: async () => (await import('./${module}.ts')).chart,`);
  }
  writeFileSync(
    path.join(folder, 'shipped-charts.ts'),
    [
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
    ].join('\n'),
  );
  writeFileSync(path.join(folder, 'rule-heads.ts'), ruleHeadsText(root, rules));
}
