import type { Command, Option } from 'commander';
import { allChecks } from '../check-docs/all-checks.ts';
import type { CommandShape, Completes, FlagShape } from '../completion/command-shape.ts';
import { PRESET_NAMES } from '../config/presets.ts';
import { rules } from '../generated/rules.ts';
import { shippedCharts } from '../generated/shipped-charts.ts';
import { formatNames } from '../report/formats.ts';
import { KNOWN_CNIS } from '../rules/network-plugins.ts';

const CHARTS = shippedCharts.flatMap(({ name, states }) =>
  states.length === 1 ? [name] : [name, ...states.map(({ state }) => `${name}@${state}`)],
);
const IDS = [...rules, ...allChecks].map(({ id }) => id);
const NOTHING: Completes = { words: [], files: false };

/** Words that a flag or argument takes although its parser does not list them: by command and flag, else by flag. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  '--chart': CHARTS,
  '--cni': KNOWN_CNIS,
  '--preset': PRESET_NAMES,
  // The severity behind the equals sign is left to the user.
  '--rule': IDS,
  '--format': formatNames,
  'values --format': ['yaml', 'json'],
  'render --format': ['yaml', 'json'],
  'why --format': ['text', 'json'],
  '<chart>': CHARTS,
  '<id...>': IDS,
};
/** Names of values and arguments that are files or folders. */
const FILES = new Set(['file', 'files', 'path', 'paths', 'dir', 'glob', 'chart']);

/** What shells need to know of the command lines. */
export function commandShapes(commands: readonly Command[]): CommandShape[] {
  return commands.map((command) => {
    const name = command.name() === 'chartlint' ? undefined : command.name();
    const help = command.createHelp();
    return {
      name,
      description: command.description(),
      flags: help.visibleOptions(command).map((option) => flagShape(option, name)),
      argument: argumentOf(command),
    };
  });
}

function flagShape(option: Option, command: string | undefined): FlagShape {
  const { flags, description, argChoices, required, optional, short, long } = option;
  const words = argChoices ?? WORDS[`${command} ${long}`] ?? WORDS[long ?? ''] ?? [];
  const placeholder = /[<[]([^>\]]+)/.exec(flags)?.[1] ?? '';
  return {
    names: [short, long].filter((name) => name !== undefined),
    description,
    value: required ? 'required' : optional ? 'optional' : 'none',
    completes: required || optional ? { words, files: namesFile(placeholder) } : NOTHING,
  };
}

function argumentOf(command: Command): Completes {
  const all = command.registeredArguments.map((argument) => ({
    words: argument.argChoices ?? WORDS[`<${argument.name()}${argument.variadic ? '...' : ''}>`] ?? [],
    files: namesFile(argument.name()),
  }));
  // The first argument of `why` is a path of values; what comes behind it are files.
  return { words: all.flatMap(({ words }) => words), files: all.some(({ files }) => files) };
}

function namesFile(placeholder: string): boolean {
  return placeholder.split('|').some((word) => FILES.has(word.replace('...', '')));
}
