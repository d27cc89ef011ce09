import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { diskFiles } from '../../src/files/disk-files.ts';
import { LIMITS } from '../../src/model/limits.ts';
import { joinStatement } from '../../src/model/statement.ts';
import { loadPlugins } from '../../src/project/load-plugins.ts';

const RULE = `{ id: 'no-x', severity: 'error', recommended: true, docs: { summary: 's', why: 'w', source: 's' }, examples: { bad: [], good: [] }, *check() {} }`;

describe('loadPlugins', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'chartlint-plugins-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const load = async (...entries: string[]): Promise<string[]> => {
    const { plugins, failed } = await loadPlugins(
      diskFiles,
      entries,
      path.join(folder, 'chartlint.config.yaml'),
      LIMITS,
    );
    return [...plugins.flatMap(({ rules }) => rules.map(({ id }) => id)), ...failed.map(joinStatement)];
  };
  const write = (file: string, text: string): void => {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  };

  it('loads JavaScript and TypeScript files, with what they import', async () => {
    write('one.mjs', `export default { name: 'one', rules: [${RULE}] };`);
    write('two/rule.ts', `const rule: object = ${RULE};\nexport { rule };`);
    write(
      'two/plugin.ts',
      `import { rule } from './rule';\nenum Kind { A }\nexport default { name: 'two', rules: [rule], kind: Kind.A };`,
    );
    expect(await load('./one.mjs', './two/plugin.ts')).toEqual(['one/no-x', 'two/no-x']);
  });

  it('loads packages as seen from the configuration', async () => {
    write(
      'node_modules/chartlint-plugin-three/package.json',
      '{ "type": "module", "exports": { "import": "./main.js" } }',
    );
    write(
      'node_modules/chartlint-plugin-three/main.js',
      `export default { name: 'three', rules: [${RULE}] };`,
    );
    expect(await load('chartlint-plugin-three')).toEqual(['three/no-x']);
  });

  it.each([
    ['module.exports = 7', 'exports no object'],
    [`export default { name: 'No', rules: [] }`, 'has no usable "name"'],
    [`export default { name: 'yaml', rules: [] }`, "chartlint's own"],
    [`export default { name: 'a' }`, 'has no list "rules"'],
    [`export default { name: 'a', rules: [{ id: 'a/b' }] }`, 'has a rule (rules[0]) that has no usable "id"'],
    [`export default { name: 'a', rules: [{ id: 'b', severity: 'bad' }] }`, 'no "severity"'],
    [`export default { name: 'a', rules: [{ ...${RULE}, check: 1 }] }`, 'no function "check"'],
    [`export default { name: 'a', rules: [${RULE}, ${RULE}] }`, 'two rules with the id "no-x"'],
    ['throw new Error("boom")', 'cannot be loaded. It says "boom".'],
    ['export default {', 'cannot be loaded'],
  ])('says what is wrong with %s', async (text, problem) => {
    const file = text.startsWith('module') ? './plugin.cjs' : './plugin.ts';
    write(file, text);
    const [message] = await load(file);
    expect(message).toContain(`plugin "${file}" `);
    expect(message).toContain(problem);
  });

  it('says what is not there', async () => {
    expect(await load('./none.ts', 'chartlint-plugin-none')).toEqual([
      expect.stringContaining('plugin "./none.ts" does not exist. None of its rules ran'),
      expect.stringContaining('plugin "chartlint-plugin-none" cannot be loaded'),
    ]);
  });

  it('refuses two plugins of one name', async () => {
    write('one.mjs', `export default { name: 'one', rules: [] };`);
    write('two.mjs', `export default { name: 'one', rules: [] };`);
    expect(await load('./one.mjs', './two.mjs')).toEqual([expect.stringContaining('same name "one"')]);
  });
});
