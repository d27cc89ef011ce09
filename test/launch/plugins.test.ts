import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseAst } from 'rolldown/parseAst';
import { expect, it } from 'vitest';

const cli = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));

it.skipIf(process.getuid === undefined)('loads plugins also when the compiled code is at hand', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'chartlint-plugins-'));
  writeFileSync(path.join(folder, 'values.yaml'), 'a: 1\n');
  writeFileSync(path.join(folder, 'rules.mjs'), "export default { name: 'acme', rules: [] };\n");
  writeFileSync(path.join(folder, 'more.ts'), "export default { name: 'more', rules: [] as unknown[] };\n");
  writeFileSync(path.join(folder, 'chartlint.config.json'), '{ "plugins": ["./rules.mjs", "./more.ts"] }');
  const caches = `${folder}-caches`;
  const lint = () => {
    const env = { ...process.env, XDG_CACHE_HOME: caches, CHARTLINT_CODE_CACHE: '1' };
    const { status, stderr } = spawnSync(process.execPath, [cli], { cwd: folder, env, encoding: 'utf8' });
    return { status, stderr };
  };
  try {
    expect(lint()).toEqual({ status: 0, stderr: '' });
    if (process.platform === 'linux')
      expect(readdirSync(path.join(caches, 'chartlint', 'code'))).toHaveLength(1);
    expect(lint()).toEqual({ status: 0, stderr: '' });
  } finally {
    for (const one of [folder, caches]) rmSync(one, { recursive: true });
  }
});

it('leaves no import() to compiled code', () => {
  const program = path.join(path.dirname(cli), 'program');
  const left = readdirSync(program).filter((name) => {
    const text = readFileSync(path.join(program, name), 'utf8');
    if (!text.includes('import(')) return false;
    const tree = JSON.stringify(parseAst(text), (_, value) =>
      typeof value === 'bigint' ? `${value}n` : value,
    );
    return tree.includes('"type":"ImportExpression"');
  });
  expect(left).toEqual([]);
});
