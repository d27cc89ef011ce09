import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { ruleFiles } from './rule-files.ts';
import { ruleScaffold } from './rule-scaffold.ts';

/** `npm run new-rule <id>`: makes the files of a rule and says what comes next. */
const root = fileURLToPath(new URL('../..', import.meta.url));
const [id = ''] = process.argv.slice(2);
try {
  const charts = readdirSync(path.join(root, 'schemas'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  const files = ruleScaffold(id, { charts, ids: new Set(ruleFiles(root).map((rule) => rule.id)) });
  for (const file of files.keys())
    if (existsSync(path.join(root, file))) throw new Error(`${file} is there already`);
  for (const [file, text] of files) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
    process.stdout.write(`made ${file}\n`);
  }
  process.stdout.write(
    `next: fill in what says TODO, then
  npm run generate                                                  the registry, the schema of the configuration, docs/rules
  npx vitest run test/rules                                         the examples and fixes
  UPDATE_FIXTURES=1 npx vitest run test/fixtures.test.ts -t "rules/${id.replace('/', '-')}"\n`,
  );
} catch (error) {
  process.stderr.write(`new-rule: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
