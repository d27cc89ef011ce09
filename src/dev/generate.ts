import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { actionBundle } from './action-bundle.ts';
import { chartFolders } from './chart-folders.ts';
import { writeChartModules } from './chart-modules.ts';
import { chartTypes, chartTypesIndex } from './chart-types.ts';
import { writeConfigModule } from './config-module.ts';
import { withSharedDefinitions } from './copy-definitions.ts';
import { ruleRegistry } from './rule-registry.ts';

/** Writes every generated file; with `--check` writes nothing and fails when one is stale. */
const root = fileURLToPath(new URL('../..', import.meta.url));
const check = process.argv.includes('--check');
const stale: string[] = [];

function emit(file: string, text: string): void {
  let current = '';
  try {
    current = readFileSync(file, 'utf8');
  } catch {
    // A file that is not there yet is stale.
  }
  if (current === text) return;
  if (check) stale.push(path.relative(root, file));
  else writeFileSync(file, text);
}

const charts = chartFolders(root);
for (const chart of charts) emit(chart.schemaFile, withSharedDefinitions(root, chart));
for (const chart of charts) {
  emit(path.join(root, 'src', 'charts', `${chart.name}-values.ts`), await chartTypes(chart));
}
emit(path.join(root, 'src', 'charts', 'charts.ts'), chartTypesIndex(charts));
emit(path.join(root, 'src', 'rules', 'registry.ts'), ruleRegistry(root));
// Only now is the registry fresh, and with it what is made from the rules.
const { configSchemaText } = await import('./config-schema-text.ts');
emit(path.join(root, 'schemas', 'config.schema.json'), configSchemaText());

// Last, since it holds everything else.
writeChartModules(root);
writeConfigModule(root);
emit(path.join(root, 'action', 'index.mjs'), await actionBundle(root));

if (stale.length > 0) {
  process.stderr.write(`stale, run npm run generate: ${stale.join(', ')}\n`);
  process.exitCode = 1;
}
