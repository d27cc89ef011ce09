import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { hostTarget } from '../executable-targets.ts';
import type { Attack, AttackFiles } from './attack.ts';

const HEAD = "severity: 'error', recommended: true, docs: { summary: 's', why: 'w', source: 'x' }";
const GOOD = `{ id: 'good', ${HEAD}, *check() { yield { at: ['a'], problem: 'found' }; } }`;

/** A plugin of two rules: one that does something, and one that finds something. */
const rule = (check: string): string =>
  `export default { name: 'own', rules: [{ id: 'bad', ${HEAD}, ${check} }, ${GOOD}] };`;
const body = (text: string): string => rule(`*check(release) { ${text} }`);
const loading = (text: string): string => `${text}\n${body('')}`;

/** What a plugin does, and its text. */
const PLUGINS: Readonly<Record<string, string>> = {
  'nothing wrong': body(''),
  'TypeScript in its text': `const x: number = 1 as number;\n${body('')}`,
  'loops while loading': loading('for (;;);'),
  'loops while loading and refuses to be stopped': loading(
    'for (;;) try { for (;;); } finally { continue; }',
  ),
  'loops after waiting': loading('for (;;) await 1;'),
  'waits for ever while loading': loading('await new Promise(() => {});'),
  'waits a little while loading': loading('await new Promise((r) => setTimeout(r, 20));'),
  'throws while loading': loading("throw new Error('no');"),
  'throws nothing while loading': loading('throw undefined;'),
  'rejects while loading': loading("await Promise.reject(new Error('no'));"),
  'is no JavaScript': 'export default {{{',
  'imports what is not there': loading("import 'nowhere-to-be-found';"),
  'imports a file that is not there': loading("import './nowhere.mjs';"),
  'imports what it may': loading("import { defineRule } from 'chartlint'; defineRule;"),
  'exits while loading': loading('process.exit(0);'),
  'really exits while loading': loading('process.reallyExit(0);'),
  'aborts while loading': loading('process.abort();'),
  'exits in a timer': loading('setTimeout(() => process.exit(0), 0);'),
  'exits in an endless timer': loading('setInterval(() => process.exit(0), 1);'),
  'really exits in a promise': body('Promise.resolve().then(() => process.reallyExit(0));'),
  'throws in a timer': body("setTimeout(() => { throw new Error('late'); }, 0);"),
  'rejects a promise': body("Promise.reject(new Error('late'));"),
  'rejects with nothing': body('Promise.reject();'),
  'throws in a rule': body("throw new Error('no');"),
  'throws nothing in a rule': body('throw undefined;'),
  'throws what throws': body('throw { get message() { throw 1; }, toString() { throw 2; } };'),
  'loops in a rule': body('for (;;);'),
  'loops in a rule and refuses to be stopped': body('for (;;) try { for (;;); } finally { continue; }'),
  'finds without end': body("for (;;) yield { at: ['a'], problem: 'again' };"),
  'calls itself without end': body('const f = () => f() + 1; f();'),
  'exits in a rule': body('process.exit(0);'),
  'aborts in a rule': body('process.abort();'),
  'kills itself by its own exit code': body('process.exitCode = 0;'),
  'matches for ever': body("/^(a+)+$/.test('a'.repeat(40) + 'b');"),
  'fills memory a little': body('const all = []; for (let i = 0; i < 1e4; i++) all.push({ i });'),
  'answers with a promise': rule('async check() { return []; }'),
  'answers with a promise that never comes': rule('check() { return new Promise(() => {}); }'),
  'answers by and by': rule("async *check() { yield { at: ['a'], problem: 'late' }; }"),
  'answers with nothing': rule('check() {}'),
  'answers with a number': rule('check() { return 1; }'),
  'answers with a text': rule("check() { return 'abc'; }"),
  'answers with itself': rule('check() { const all = []; all.push(all); return all; }'),
  'states no path': body("yield { at: 'a', problem: 'x' };"),
  'states a path that throws': body("yield { get at() { throw new Error('no'); }, problem: 'x' };"),
  'states a problem that is none': body("yield { at: ['a'], problem: { toString() { throw 1; } } };"),
  'states a command': body("yield { at: ['a'], problem: '::error::x \\u001b[31m' };"),
  'states a fix elsewhere': body(
    "yield { at: ['a'], problem: 'x', fix: { title: 't', safe: true, edits: [{ source: { id: '/etc/passwd', kind: 'file', shown: 'x' }, start: 0, end: 0, text: 'y' }] } };",
  ),
  'has no check': rule('check: 1'),
  'has no rules': "export default { name: 'own' };",
  'has rules that are none': "export default { name: 'own', rules: [null, 1, 'x', []] };",
  'is nothing': 'export default null;',
  'is a text': "export default 'x';",
  'is a function': 'export default () => {};',
  'exports nothing': '',
  'throws where it is looked at': 'export default new Proxy({}, { get() { throw new Error("no"); } });',
  'loops where it is looked at': "export default { name: 'own', get rules() { for (;;); } };",
  'has a rule twice': `export default { name: 'own', rules: [${GOOD}, ${GOOD}] };`,
  'is called like a prototype': `export default { name: '__proto__', rules: [${GOOD}] };`,
  prints: loading("console.log('::error::printed'); process.stdout.write('');"),
  'changes values': body('release.values.data.a = 2;'),
};

const HOW: Readonly<Record<string, (text: string) => { files: AttackFiles; args?: readonly string[] }>> = {
  module: (text) => ({ files: { 'p.mjs': text, '.chartlint.yaml': configuration('./p.mjs') } }),
  TypeScript: (text) => ({ files: { 'p.ts': text, '.chartlint.yaml': configuration('./p.ts') } }),
  package: (text) => ({
    files: {
      'node_modules/own/package.json': '{ "name": "own", "type": "module", "main": "i.js" }',
      'node_modules/own/i.js': text,
      '.chartlint.yaml': configuration('own'),
    },
  }),
  'a configuration in TypeScript': (text) => ({
    files: {
      'p.mjs': text,
      'chartlint.config.ts': `const limits: { pluginRule: number } = { pluginRule: 3000 };\nexport default { plugins: ['./p.mjs'], rules: { 'own/bad': 'on', 'own/good': 'on' }, limits };\n`,
    },
  }),
  'outside of the project': (text) => ({
    files: { 'out/p.mjs': text, 'in/.git/HEAD': '', 'in/.chartlint.yaml': configuration('../out/p.mjs') },
  }),
  'with --no-plugins': (text) => ({
    files: { 'p.mjs': text, '.chartlint.yaml': configuration('./p.mjs') },
    args: ['--no-plugins'],
  }),
};

/** The limit leaves a busy machine the time to load what reads TypeScript. */
function configuration(plugin: string): string {
  return `plugins: [${plugin}]\nrules: { own/bad: on, own/good: on }\nlimits: { pluginRule: 3000 }\n`;
}

/**
 * Plugins that loop, wait, exit, throw and lie, in the program for Node and in the executable where it is built: both end in time, with the same
 * code and findings, and none hides what else there is to find.
 */
export const hostilePlugins: Attack = async (trial) => {
  const built = path.resolve(`dist/chartlint-${hostTarget().name}`);
  const programs = [
    [process.execPath, path.resolve('dist/cli.cjs')],
    ...(existsSync(built) ? [[built]] : []),
  ];
  for (const [what, text] of trial.some(Object.entries(PLUGINS))) {
    for (const [how, project] of trial.some(Object.entries(HOW))) {
      const { files, args = [] } = project(text);
      const home = how === 'outside of the project' ? 'in' : '.';
      await trial.project({ ...files, [`${home}/values.yaml`]: 'a: 1\nb: 1\nb: 2\n' }, async (folder) => {
        const said = programs.map(([command, ...before]) => {
          trial.tried += 1;
          const start = performance.now();
          const { status, stdout, stderr } = spawnSync(
            command!,
            [...before, ...args, '--format', 'concise'],
            {
              cwd: path.join(folder, home),
              encoding: 'utf8',
              timeout: 20_000,
            },
          );
          trial.took(performance.now() - start);
          const where = `a plugin (${how}) that ${what}: ${path.basename(command!)}`;
          if (status !== 1 && status !== 2) trial.found(`${where} ends with ${status}`);
          if (!stdout.includes('yaml/duplicate-key'))
            trial.found(`${where} hides a finding: ${stdout}${stderr}`);
          if (/bug in chartlint|^::/m.test(stdout.replace('::error::printed', '') + stderr))
            trial.found(`${where}: ${stdout}${stderr}`);
          const rules = stdout.match(/^\S+ (?:error|warning|info) |\[[\w/-]+\]$/gm) ?? [];
          return `${status} ${rules.join('')} ${/failed outside|ends the process|pluginRule|does not exist/.exec(stdout + stderr)?.[0]}`;
        });
        if (new Set(said).size > 1)
          trial.found(`a plugin (${how}) that ${what} differs: ${said.join(' | ')}`);
      });
    }
  }
};
