import { type Command, InvalidArgumentError } from 'commander';

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

/** Collects a repeatable flag. */
export function collect(value: string, all: readonly string[]): string[] {
  return [...all, value];
}

function parseVersion(text: string): string {
  const version = versionIn(text);
  if (version === undefined) throw new InvalidArgumentError('It takes a version such as 3.18.4 or 4.2.');
  return version;
}

/** A version of Helm as it is compared; undefined for what is none. */
export function versionIn(text: string): string | undefined {
  return /^v?(\d+\.\d+(?:\.\d+)?)$/.exec(text)?.[1];
}
