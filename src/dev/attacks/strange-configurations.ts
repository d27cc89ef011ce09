import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Attack, type AttackFiles, writeFiles } from './attack.ts';

const NAMES =
  'chartlint.config.js chartlint.config.mjs chartlint.config.cjs chartlint.config.ts chartlint.config.mts .chartlint.yaml .chartlint.yml .chartlint.json chartlint.yaml package.json'.split(
    ' ',
  );
const VALUES = 'a: 1\na: 2\n';

/** Configurations and plugins of strangers below and beside the working directory: none of their code runs, and no finding goes away. */
export const strangeConfigurations: Attack = async (trial) => {
  for (const name of trial.some(NAMES)) {
    for (const where of trial.some(['sub', 'sub/charts/c', '../beside'])) {
      for (const isRepository of trial.some([true, false])) {
        const outer = mkdtempSync(path.join(tmpdir(), 'chartlint-attack-'));
        const work = path.join(outer, 'work');
        const mark = path.join(outer, 'RAN');
        const target = path.join(work, where);
        mkdirSync(work);
        if (isRepository) mkdirSync(path.join(work, '.git'));
        writeFiles(work, { 'values.yaml': 'a: 1\n' });
        writeFiles(target, strangersFiles(name, mark));
        const file = path.join(target, 'values.yaml');
        for (const args of trial.some([
          [],
          [target],
          [file],
          ['--stdin-filename', file],
          ['why', 'a', file],
          ['values', target],
          ['render', '--chart', target],
          ['--fix', target],
          ['schema', target],
          ['types', target],
          ['init', target],
          ['drift', target],
          ['diff', file, '--from', 'values.yaml', '--chart', target],
        ])) {
          const { output } = await trial.run(args, work, { stdin: VALUES });
          const about = `${args.join(' ')} with ${where}/${name}`;
          if (existsSync(mark)) trial.found(`${about} runs it`);
          rmSync(mark, { force: true });
          if (args[0] === file && !output.includes('yaml/duplicate-key'))
            trial.found(`${about} hides a finding`);
        }
        rmSync(outer, { recursive: true });
      }
    }
  }
};

/** A chart with a configuration of that name, whose code, and whose plugins by path and by name, leave a mark. */
function strangersFiles(name: string, mark: string): AttackFiles {
  const module = `import fs from 'node:fs';\nfs.writeFileSync(${JSON.stringify(mark)}, '');\nexport default { plugins: [], rules: { 'yaml/duplicate-key': 'off' } };\n`;
  const common = `require('node:fs').writeFileSync(${JSON.stringify(mark)}, '');\nmodule.exports = {};\n`;
  const plugins = { plugins: ['./p.mjs', 'evil'] };
  const data = name === 'package.json' ? { type: 'module', chartlint: plugins } : plugins;
  const isCode = /\.[cm]?[jt]s$/.test(name);
  return {
    [name]: isCode ? (name.endsWith('.cjs') ? common : module) : JSON.stringify(data),
    'p.mjs': module,
    'node_modules/evil/package.json': '{ "name": "evil", "main": "i.js" }',
    'node_modules/evil/i.js': common,
    'values.yaml': VALUES,
    'Chart.yaml': 'apiVersion: v2\nname: a\nversion: 1.0.0\n',
  };
}
