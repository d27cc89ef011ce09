import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import type { LintResult } from '../../src/model/lint-result.ts';
import { fileSource } from '../../src/model/source.ts';
import { formatGithub } from '../../src/report/github.ts';
import { maskSecrets } from '../../src/report/mask-secrets.ts';
import { cleanResult, crowdedResult, richResult, tool } from './rich-result.ts';

interface Command {
  name: string;
  properties: Record<string, string>;
  data: string;
}

/** Reads a line of log as the runner does (actions/runner, `ActionCommand.cs`): new syntax first, then the old one. */
function commandIn(line: string): Command | undefined {
  const trimmed = line.trimStart();
  const end = trimmed.startsWith('::') ? trimmed.indexOf('::', 2) : -1;
  if (end >= 0) {
    const [name, ...rest] = trimmed.slice(2, end).split(' ');
    const pairs = rest
      .join(' ')
      .split(',')
      .filter((pair) => pair.includes('='))
      .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)] as const);
    const properties = Object.fromEntries(
      pairs.map(([key, value]) => [key, decode(value.replaceAll('%3A', ':').replaceAll('%2C', ','))]),
    );
    return { name: name!, properties, data: decode(trimmed.slice(end + 2)) };
  }
  const old = /##\[(\w[\w-]*)[^\]]*\](.*)/.exec(line);
  return old === null ? undefined : { name: old[1]!, properties: {}, data: old[2]! };
}

function decode(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

function commandsOf(result: LintResult, pathPrefix = ''): Command[] {
  return formatGithub(maskSecrets(result), tool, { pathPrefix })
    .split('\n')
    .flatMap((line) => commandIn(line) ?? []);
}

const kinds = (commands: readonly Command[], kind: string): Command[] =>
  commands.filter(({ name }) => name === kind);

const finding = (more: Partial<Finding>): Finding => ({ ...richResult.findings[0]!, related: [], ...more });

describe('github', () => {
  it('is read by the runner as written', () => {
    const file = 'a,b:c%2C\r\nd.yaml';
    const problem = 'The value "50%, ::error::x" is 100%0A odd';
    const why = 'It is "50%,\n::error::x".';
    const span = { source: fileSource(file), start: 0, end: 1 };
    const [, command] = commandsOf({ ...cleanResult, findings: [finding({ span, problem, why })] });
    expect(command).toEqual({
      name: 'warning',
      properties: { file, line: '1', endLine: '1', col: '1', endColumn: '2', title: problem },
      data: `Why: ${why}\nHelp: Use a version.\n[mutable-image-tag]`,
    });
  });

  it('groups by file and puts the worst first', () => {
    const commands = commandsOf(richResult);
    const names = commands.map(({ name }) => name).filter((name) => name !== 'endgroup');
    expect(names.slice(0, 2)).toEqual(['group', 'error']);
    expect(kinds(commands, 'group')).toHaveLength(kinds(commands, 'endgroup').length);
    const inValues = commands.slice(
      commands.findIndex(({ data }) => data.startsWith('charts/values.yaml (')),
      commands.findIndex(({ data }) => data.startsWith('generated/')),
    );
    expect(inValues.map(({ name }) => name)).toEqual([
      'group',
      ...Array(6).fill('error'),
      ...Array(2).fill('warning'),
      'notice',
      'endgroup',
    ]);
  });

  it('names files from the repository root', () => {
    const files = commandsOf(richResult, 'deploy/x').flatMap(({ properties }) => properties.file ?? []);
    expect(new Set(files)).toEqual(
      new Set([
        'deploy/x/charts/values.yaml',
        'deploy/x/generated/one-line.yaml',
        'deploy/x/umgebung/größe 100%.yaml',
        'deploy/shared/base.yaml',
      ]),
    );
  });

  it('leaves the place out for flags and standard input, and says it in words', () => {
    const flags = commandsOf(richResult).filter(({ properties }) => properties.title?.startsWith('In '));
    expect(flags.map(({ properties }) => Object.keys(properties))).toEqual([['title'], ['title'], ['title']]);
    expect(flags.map(({ properties }) => properties.title?.split(':')[0])).toContain('In <stdin>');
  });

  it('annotates 10 of each kind, prints the others and counts them', () => {
    const result = crowdedResult(33);
    const text = formatGithub(maskSecrets(result), tool);
    const commands = commandsOf(result);
    for (const kind of ['error', 'warning', 'notice']) expect(kinds(commands, kind)).toHaveLength(10);
    expect(text).toContain('23 errors, 23 warnings, 23 infos left without an annotation');
    expect(text.match(/ \[schema\/crowd-\d\]$/gm)).toHaveLength(69);
  });

  it('says nothing of a limit that is not reached', () => {
    expect(formatGithub(maskSecrets(crowdedResult(9)), tool)).not.toContain('annotation');
    expect(commandsOf(crowdedResult(9)).filter(({ name }) => !name.endsWith('group'))).toHaveLength(27);
  });

  it('prints no command by accident past the limit', () => {
    const span = { source: fileSource('::stop-commands::x'), start: 0, end: 0 };
    const problem = '##[add-mask]secret ::error::no';
    const findings = Array.from({ length: 12 }, () => finding({ span, problem }));
    const commands = commandsOf({ ...cleanResult, findings });
    expect(new Set(commands.map(({ name }) => name))).toEqual(new Set(['group', 'endgroup', 'warning']));
    expect(kinds(commands, 'warning')).toHaveLength(10);
  });

  it('gives columns only within one line', () => {
    const pool = commandsOf(richResult).find(({ properties }) => properties.title?.startsWith('The pool'));
    expect(pool?.properties).toMatchObject({ line: '3', endLine: '4' });
    expect(pool?.properties.col).toBeUndefined();
  });
});
