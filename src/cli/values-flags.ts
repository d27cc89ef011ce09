import { type Command, InvalidArgumentError } from 'commander';
import type { LintOptions, SetFlag } from '../node/lint-options.ts';

/** The flags that say which values a release has, as `helm install` names them. Every command that merges takes them. */
export interface ValuesFlags {
  readonly values: readonly string[];
  readonly set: readonly string[];
  readonly setString: readonly string[];
  readonly setJson: readonly string[];
  readonly setFile: readonly string[];
  readonly setLiteral: readonly string[];
  readonly helmVersion?: string;
}

/** Adds the flags to a command. */
export function addValuesFlags(command: Command): Command {
  return command
    .option(
      '-f, --values <file>',
      'lay another values file over the values, as helm -f does (repeatable)',
      collect,
      [],
    )
    .option('--set <path=value>', 'set a value as helm --set does (repeatable)', collect, [])
    .option('--set-string <path=value>', 'the same, always a string', collect, [])
    .option('--set-json <path=json>', 'the same, from JSON', collect, [])
    .option('--set-file <path=file>', 'the same, from the text of a file', collect, [])
    .option('--set-literal <path=value>', 'the same, without escapes, commas and lists', collect, [])
    .option(
      '--helm-version <version>',
      'merge as this version of Helm does (default: the newest)',
      parseVersion,
    );
}

/** What the flags mean for planning a run. */
export function valuesOptions(flags: ValuesFlags): Pick<LintOptions, 'overlays' | 'sets' | 'helmVersion'> {
  const { helmVersion } = flags;
  return {
    overlays: flags.values,
    sets: setFlags(flags),
    ...(helmVersion === undefined ? {} : { helmVersion }),
  };
}

function setFlags({ set, setString, setJson, setFile, setLiteral }: ValuesFlags): SetFlag[] {
  const kinds = {
    'set-json': setJson,
    set,
    'set-string': setString,
    'set-file': setFile,
    'set-literal': setLiteral,
  };
  return Object.entries(kinds).flatMap(([kind, texts]) =>
    texts.map((text) => ({ kind: kind as SetFlag['kind'], text })),
  );
}

/** Collects a repeatable flag. */
export function collect(value: string, all: readonly string[]): string[] {
  return [...all, value];
}

function parseVersion(text: string): string {
  if (!/^v?\d+\.\d+(\.\d+)?$/.test(text))
    throw new InvalidArgumentError('It takes a version such as 3.18.4 or 4.2.');
  return text.replace(/^v/, '');
}
