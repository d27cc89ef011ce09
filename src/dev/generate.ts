import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { actionBundle } from './action-bundle.ts';
import { chartFolders } from './chart-folders.ts';
import { writeChartModules } from './chart-modules.ts';
import { chartTypes, chartTypesIndex } from './chart-types.ts';
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
  else {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

/** Writes the files of a folder that is generated as a whole; others in it are stale. */
function emitFolder(folder: string, files: ReadonlyMap<string, string>): void {
  for (const [name, text] of files) emit(path.join(folder, name), text);
  const there = existsSync(folder) ? readdirSync(folder, { recursive: true, withFileTypes: true }) : [];
  for (const entry of there) {
    const file = path.join(entry.parentPath, entry.name);
    if (!entry.isFile() || files.has(path.relative(folder, file).split(path.sep).join('/'))) continue;
    if (check) stale.push(path.relative(root, file));
    else rmSync(file);
  }
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

// What the examples in the rule reference are linted with.
writeChartModules(root);
const { writeConfigModule } = await import('./config-module.ts');
writeConfigModule(root);
const { ruleReference } = await import('./rule-reference.ts');
const { rules } = await import('../rules/registry.ts');
const { allChecks } = await import('../checks/all-checks.ts');
emitFolder(path.join(root, 'docs', 'rules'), await ruleReference(rules, allChecks));

// Last, since it holds everything else.
emit(path.join(root, 'action', 'index.mjs'), await actionBundle(root));

if (stale.length > 0) {
  process.stderr.write(`stale, run npm run generate: ${stale.join(', ')}\n`);
  process.exitCode = 1;
}
