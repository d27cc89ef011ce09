import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { program } from '../program.ts';

const [command, ...before] = program;

describe('the program, whichever runtime it has', () => {
  let folder: string;
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'chartlint-executable-')));
    write('values.yaml', 'image: nginx:latest\n');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function write(file: string, text: string): void {
    const target = path.join(folder, file);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
  }

  function lint(args: readonly string[], env: Record<string, string> = {}) {
    const { status, stdout, stderr } = spawnSync(
      command,
      [...before, ...(args.includes('--format') ? [] : ['--format', 'concise']), ...args],
      {
        cwd: folder,
        env: { PATH: process.env.PATH, ...env },
        encoding: 'utf8',
      },
    );
    return { status, stdout, stderr };
  }

  const rule = (words: string, id = 'own') =>
    `[{ id: '${id}', severity: 'warning', recommended: true, docs: { summary: 'A.', why: 'B.', source: 'C.' },
      examples: { bad: [], good: [] }, *check() { yield { at: ['image'], message: ${words} }; } }]`;

  it('takes nothing from what lies in the folder where it runs', () => {
    write('.env', 'SECRET_OF_ENV=read\nNO_COLOR=1\n');
    write('bunfig.toml', 'preload = ["./preload.ts"]\n[run]\nbun = true\n');
    write('preload.ts', "console.log('preloaded');\n");
    write('package.json', '{ "name": "x", "type": "commonjs", "imports": { "#a": "./preload.ts" } }');
    write('tsconfig.json', '{ "compilerOptions": { "paths": { "chartlint": ["./preload.ts"] } } }');
    write(
      'own.ts',
      `export default { name: 'acme', rules: ${rule('String(process.env.SECRET_OF_ENV)')} };\n`,
    );
    write('chartlint.config.json', '{ "plugins": ["./own.ts"] }');
    const { stdout, stderr } = lint([]);
    expect(stderr).toBe('');
    expect(stdout).toContain('undefined [acme/own]');
    expect(stdout).not.toContain('preloaded');
  });

  it('loads a configuration in TypeScript, its plugins, what they import, and chartlint itself', () => {
    write('words.ts', "export enum Words { said = 'said by a module' }\n");
    write(
      'node_modules/a-package/package.json',
      '{ "name": "a-package", "exports": { "import": "./main.mjs" } }',
    );
    write('node_modules/a-package/main.mjs', "export const from = ' and a package';\n");
    write(
      'chartlint.config.ts',
      `import { from } from 'a-package';
import { defineConfig, defineRule } from 'chartlint';
import { testRule } from 'chartlint/testing';
import { Words } from './words';
const [own] = ${rule('Words.said + from + typeof testRule')};
export default defineConfig({ plugins: [{ name: 'acme', rules: [defineRule(own!)] }] });
`,
    );
    expect(lint([])).toMatchObject({
      stderr: '',
      stdout: expect.stringContaining('said by a module and a packagefunction [acme/own]'),
    });
  });

  it('says of a plugin that it cannot be loaded, and fetches nothing', () => {
    write(
      'chartlint.config.json',
      '{ "plugins": ["./broken.ts", "./needs.mjs", "chartlint-plugin-absent"] }',
    );
    write('broken.ts', 'export default {{{\n');
    write(
      'needs.mjs',
      "import 'a-package-that-nobody-installed';\nexport default { name: 'needs', rules: [] };\n",
    );
    const { status, stdout } = lint(['--format', 'json']);
    expect(status).toBe(2);
    const { findings } = JSON.parse(stdout) as { findings: { rule: string; message: string }[] };
    const told = findings.filter(({ rule: id }) => id === 'config/plugin').map(({ message }) => message);
    expect(told).toEqual([
      expect.stringContaining('"./broken.ts" cannot be loaded'),
      expect.stringContaining('a-package-that-nobody-installed'),
      expect.stringContaining('chartlint-plugin-absent'),
    ]);
  });

  it('tells a kept run again, and not when a file changed', () => {
    const env = { HOME: path.join(folder, '..', `${path.basename(folder)}-home`) };
    mkdirSync(env.HOME);
    try {
      const first = lint(['--cache'], env);
      expect(first.stdout).toContain('mutable-image-tag');
      expect(lint(['--cache'], env)).toEqual(first);
      write('values.yaml', 'image: nginx:1.27.0\n');
      expect(lint(['--cache'], env).stdout).not.toContain('mutable-image-tag');
    } finally {
      rmSync(env.HOME, { recursive: true });
    }
  });
});
