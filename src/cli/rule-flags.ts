import { type Command, InvalidArgumentError } from 'commander';
import type { SeveritySetting } from '../config/config.ts';
import type { RuleFlags } from '../project/apply-config.ts';
import { collect } from './values-flags.ts';

const SEVERITIES: readonly SeveritySetting[] = ['off', 'on', 'info', 'warning', 'error'];

/** Adds the flags that say which configuration counts and which rules run. */
export function addRuleFlags(command: Command): Command {
  return addConfigFlags(command)
    .option('--no-inline-config', 'let no "# chartlint-disable…" comment hide anything')
    .option('--preset <name>', 'recommended, strict, production or <plugin>/<preset>')
    .option('--rule <id=severity>', `set a rule: ${SEVERITIES.join(', ')} (repeatable)`, parseRule, [])
    .option('--include-defaults', "show what only the defaults of other people's charts cause, too")
    .option('--ignore <glob>', 'leave out files or folders (repeatable)', collect, []);
}

/** Adds the flags that say which configuration counts. */
export function addConfigFlags(command: Command): Command {
  return command
    .option(
      '--config <file>',
      'the configuration file (default: chartlint.config.* at or above what is linted)',
    )
    .option('--no-config', 'use no configuration file')
    .option(
      '--no-plugins',
      'run no plugins, and no configuration that is a program unless --config names it',
    );
}

function parseRule(text: string, all: NonNullable<RuleFlags['rule']>): NonNullable<RuleFlags['rule']> {
  const [, id, severity] = /^([^=]+)=(.*)$/.exec(text) ?? [];
  const known = SEVERITIES.find((candidate) => candidate === severity);
  if (id === undefined || known === undefined) {
    throw new InvalidArgumentError(`It takes id=severity with one of ${SEVERITIES.join(', ')}.`);
  }
  return [...all, [id, known]];
}
