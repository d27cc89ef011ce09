import path from 'node:path';
import { chartFolders, schemaText } from './chart-folders.ts';
import { chartModules } from './chart-modules.ts';
import { configModule } from './config-module.ts';
import { configSchemaText } from './config-schema-text.ts';
import { emitter } from './emit-files.ts';
import { kubernetesRegistry } from './kubernetes-registry.ts';
import { metaSchemaModules } from './meta-schema-modules.ts';
import { roleTable } from './role-table.ts';
import { loadRuleFiles } from './rule-files.ts';
import { ruleHeads, ruleRegistry } from './rule-registry.ts';

/**
 * Writes what is generated and not committed (`.gitignore` lists it), from what people write. Nothing that is imported here is
 * generated itself: a rule or chart that was added, renamed or deleted is nobody's mistake.
 */
export async function writeGenerated(root: string): Promise<void> {
  const rules = await loadRuleFiles(root);
  const charts = chartFolders(root);
  const files = chartModules(charts, rules);
  files.set('rules.ts', ruleRegistry(rules));
  files.set('rule-heads.ts', ruleHeads(rules));
  files.set('config-validator.ts', configModule(configSchemaText(rules.map(({ rule }) => rule))));
  const { file, folder } = emitter(false);
  for (const { isWhole, schemaFile, schema } of charts) if (!isWhole) file(schemaFile, schemaText(schema));
  folder(path.join(root, 'src', 'generated'), files);
  folder(path.join(root, 'src', 'json-schema', 'meta-schemas'), metaSchemaModules(root));
  file(path.join(root, 'src', 'recognize', 'role-table.ts'), roleTable(root));
  file(path.join(root, 'src', 'kubernetes', 'checks', 'registry.ts'), kubernetesRegistry(root));
}
