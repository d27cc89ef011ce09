import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { toolOnPath } from '../integrations/tool-on-path.ts';
import { runCli } from '../run-cli.ts';

const press = fileURLToPath(new URL('press.py', import.meta.url));
const folder = mkdtempSync(path.join(tmpdir(), 'chartlint-completion-'));
const script = (shell: string): string => path.join(folder, `chartlint.${shell}`);

/** What is typed, what must be offered, and what must not. */
const CASES: readonly (readonly [typed: string, offered: readonly string[], not: readonly string[]])[] = [
  ['chartlint ', ['why', 'schema', 'completion', 'some values.yaml'], ['--quiet']],
  ['chartlint wh', ['why'], ['values']],
  ['chartlint --f', ['--format', '--fail-on', '--fix'], ['--quiet', 'why']],
  ['chartlint --format ', ['sarif', 'html'], ['why', 'some values.yaml']],
  ['chartlint --format s', ['sarif'], ['html']],
  ['chartlint --cni cal', ['calico'], ['cilium']],
  ['chartlint some\\ values.yaml --q', ['--quiet'], []],
  ['chartlint -f so', ['some values.yaml'], []],
  ['chartlint why --', ['--chart', '--set-string'], ['--fix', '--overlay']],
  ['chartlint why image.tag so', ['some values.yaml'], ['schema']],
  ['chartlint values --format ', ['yaml', 'json'], ['sarif']],
  ['chartlint schema ', ['colonyos', 'zymtrace', 'some values.yaml'], ['why']],
  ['chartlint schema colonyos --o', ['--overlay', '--output'], []],
  ['chartlint merge-reports --f', ['--format', '--fail-on'], ['--fix', '--shard']],
  ['chartlint merge-reports so', ['some values.yaml'], ['why']],
  ['chartlint explain mutable-im', ['mutable-image-tag'], ['even-consensus-replicas']],
  ['chartlint init --editor ', ['vscode', 'modeline', 'none'], []],
  ['chartlint completion ', ['bash', 'zsh', 'fish'], ['some values.yaml']],
];

beforeAll(async () => {
  for (const shell of ['bash', 'zsh', 'fish']) {
    const { stdout, exitCode } = await runCli(['completion', shell], folder);
    expect(exitCode).toBe(0);
    writeFileSync(script(shell), stdout);
  }
  writeFileSync(path.join(folder, 'some values.yaml'), 'a: 1\n');
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The words of a command line as bash splits them, with `=` on its own. */
function bashWords(typed: string): string[] {
  const words = typed.match(/(?:\\ |[^ =])+|=/g) ?? [];
  return typed.endsWith(' ') ? [...words, ''] : words;
}

describe.skipIf(!toolOnPath('bash'))('bash', () => {
  function offers(typed: string): string[] {
    const words = bashWords(typed);
    const code = `source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _chartlint; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const args = ['--norc', '--noprofile', '-c', code, 'bash', script('bash'), ...words];
    return execFileSync('bash', args, { cwd: folder, encoding: 'utf8' }).trim().split('\n');
  }

  it.each(CASES)('%s', (typed, offered, not) => {
    const all = offers(typed);
    expect(all).toEqual(expect.arrayContaining([...offered]));
    for (const word of not) expect(all).not.toContain(word);
  });

  it('understands a value behind an equals sign', () => {
    expect(offers('chartlint --format=sa')).toEqual(['sarif']);
    expect(offers('chartlint --format=')).toContain('sarif');
  });

  it('is registered for chartlint', () => {
    const args = ['--norc', '-c', `source "$1"; complete -p chartlint`, 'bash', script('bash')];
    expect(execFileSync('bash', args, { encoding: 'utf8' })).toBe('complete -F _chartlint chartlint\n');
  });
});

const fish = toolOnPath('fish');
describe.skipIf(!fish)(`fish${fish ? '' : ' (SKIPPED: not installed)'}`, () => {
  it.each(CASES)('%s', (typed, offered, not) => {
    const code = `source ${script('fish')}; complete -C ${JSON.stringify(typed)}`;
    const out = execFileSync('fish', ['--no-config', '-c', code], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, HOME: folder },
    });
    const all = out
      .trim()
      .split('\n')
      .map((line) => line.split('\t', 1)[0]?.replaceAll('\\ ', ' '));
    expect(all).toEqual(expect.arrayContaining([...offered]));
    for (const word of not) expect(all).not.toContain(word);
  });
});

const zsh = toolOnPath('zsh') && toolOnPath('python3');
describe.skipIf(!zsh)(`zsh${zsh ? '' : ' (SKIPPED: zsh or python3 is not installed)'}`, () => {
  const lines: readonly (readonly [typed: string, completed: string])[] = [
    ['chartlint wh', 'chartlint why'],
    ['chartlint --form', 'chartlint --format'],
    ['chartlint --format sar', 'chartlint --format sarif'],
    ['chartlint why --set-s', 'chartlint why --set-string'],
    ['chartlint schema zym', 'chartlint schema zymtrace'],
    ['chartlint schema colonyos --ov', 'chartlint schema colonyos --overlay'],
    ['chartlint explain mutable-image', 'chartlint explain mutable-image-tag'],
    ['chartlint completion f', 'chartlint completion fish'],
    ['chartlint -f som', 'chartlint -f some\\ values.yaml'],
  ];

  it('completes what is typed', () => {
    // The quotes keep the prompt that is waited for from being seen in the echo of its definition.
    const start = `bindkey -e; autoload -Uz compinit && compinit -u -D; source ${script('zsh')}; PS1=REA''DY\n`;
    // Tab completes; then the line is printed in quotes instead of run.
    const steps = lines.flatMap(([typed]) => [
      ['READY', `${typed}\t`],
      ['', "\x01print -r -- '[\x05]'\n"],
    ]);
    const shown = execFileSync(
      'python3',
      [press, JSON.stringify([['', start], ...steps, ['READY', 'exit 0\n']]), 'zsh', '-f', '-i'],
      { cwd: folder, encoding: 'utf8', env: { ...process.env, TERM: 'dumb', HOME: folder } },
    );
    const printed = Array.from(shown.matchAll(/^\[(chartlint .*?) ?\]\r?$/gm), ([, line]) => line);
    expect(shown).not.toMatch(/bad option|not found|error/);
    expect(printed).toEqual(lines.map(([, completed]) => completed));
  });
});

describe('chartlint completion', () => {
  it('knows every command', async () => {
    for (const shell of ['bash', 'zsh', 'fish']) {
      const { stdout } = await runCli(['completion', shell], folder);
      for (const command of Object.keys(COMMANDS)) expect(stdout).toMatch(new RegExp(`\\b${command}\\b`));
    }
  });

  it('refuses a shell that it does not know', async () => {
    expect(await runCli(['completion', 'tcsh'], folder)).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('bash, zsh, fish'),
    });
  });
});
