import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chartFolders, schemaText } from './chart-folders.ts';
import { configSchemaText } from './config-schema-text.ts';
import { emitter } from './emit-files.ts';
import { loadRuleFiles } from './rule-files.ts';
import { writeGenerated } from './write-generated.ts';

/** Writes every generated file; with `--check` writes of the committed ones nothing and fails when one is stale. */
const root = fileURLToPath(new URL('../..', import.meta.url));
const check = process.argv.includes('--check');
const emit = emitter(check);

const charts = chartFolders(root);
for (const { isWhole, schemaFile, schema } of charts) if (isWhole) emit.file(schemaFile, schemaText(schema));
await writeGenerated(root);

// Only now can be loaded what reads src/generated.
const { kubernetesSources } = await import('./kubernetes-sources.ts');
emit.file(path.join(root, 'src', 'check-docs', 'kubernetes-sources.ts'), kubernetesSources());
const { chartTypes, chartTypesIndex } = await import('./chart-types.ts');
const { ruleReference } = await import('./rule-reference.ts');
const { allChecks } = await import('../check-docs/all-checks.ts');
const { actionBundle } = await import('./action-bundle.ts');
const { bundledPackages } = await import('./bundled-packages.ts');

const names = [...new Set(charts.map(({ name }) => name))];
const types = new Map([['charts.ts', chartTypesIndex(names)]]);
for (const name of names) {
  types.set(`${name}-values.ts`, await chartTypes(charts.filter((chart) => chart.name === name)));
}
emit.folder(path.join(root, 'src', 'charts'), types);
const rules = (await loadRuleFiles(root)).map(({ rule }) => rule);
emit.file(path.join(root, 'schemas', 'config.schema.json'), configSchemaText(rules));
emit.folder(path.join(root, 'docs', 'rules'), await ruleReference(rules, allChecks));
emit.file(path.join(root, 'BUNDLED.md'), await bundledPackages(root));
// Last, since it holds everything else.
emit.file(path.join(root, 'action', 'index.mjs'), await actionBundle(root));

if (check && emit.stale.length > 0) {
  const files = emit.stale.map((file) => path.relative(root, file)).join(', ');
  process.stderr.write(`stale, run npm run generate: ${files}\n`);
  process.exitCode = 1;
}
