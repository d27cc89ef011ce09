import { Command } from 'commander';
import { UsageError } from '../files/usage-error.ts';
import { type CliIo, EXIT } from './cli-io.ts';
import { editorSchemaText } from './editor-schema-text.ts';
import { parseCommand } from './parse-command.ts';
import { collect } from './values-flags.ts';
import { wrapNotes } from './wrap-notes.ts';
import { writeOutput } from './write-output.ts';

const EXAMPLES = `
Examples:
  chartlint schema colonyos                             the schema of a chart that chartlint knows
  chartlint schema charts/shop -o .chartlint/shop.json  of a directory, with its charts/
  chartlint schema charts/shop --overlay -o .chartlint/shop.overlay.json
  chartlint schema charts/shop --overlay -f values-base.yaml --provided auth.password

A values file names its schema in a comment, which editors with yaml-language-server read:
  # yaml-language-server: $schema=.chartlint/shop.overlay.json

"chartlint init" writes both.
`;

/** The command line of `chartlint schema`. */
export function schemaCommand(): Command {
  return new Command('schema')
    .description(
      'Prints the JSON Schema of a chart, standalone, for editors: completion, hover text, diagnostics.',
    )
    .argument('<chart>', 'a chart that chartlint knows, a chart directory, or a JSON Schema file')
    .option(
      '--overlay',
      'for a file laid over the chart: what the defaults hold is not required, null deletes',
    )
    .option(
      '-f, --values <file>',
      'with --overlay: another file of its stack; what it sets is not required',
      collect,
      [],
    )
    .option('--provided <path>', 'with --overlay: comes at deploy time, so it is not required', collect, [])
    .option('--inline', 'no definitions: every reference is replaced by what it names')
    .option('-o, --output <file>', 'write the schema to a file')
    .addHelpText('after', wrapNotes(EXAMPLES));
}

interface SchemaFlags {
  readonly overlay?: boolean;
  readonly values: readonly string[];
  readonly provided: readonly string[];
  readonly inline?: boolean;
  readonly output?: string;
}

/** `chartlint schema <chart>`. */
export async function run(args: readonly string[], io: CliIo): Promise<number> {
  const command = schemaCommand();
  if (!parseCommand(command, args, io)) return EXIT.clean;
  const flags = command.opts<SchemaFlags>();
  const lone = ['values' as const, 'provided' as const].find((flag) => flags[flag].length > 0);
  if (lone !== undefined && flags.overlay !== true)
    throw new UsageError(`--${lone} says what an overlay finds there, so --overlay has to go with it`);
  const read = new Set<string>();
  const text = await editorSchemaText(command.args[0] ?? '', io.cwd, {
    ...flags,
    read,
    onUnresolved: (reference) =>
      io.stderr(
        `chartlint: "${reference}" names no schema at hand, so editors accept anything in its place\n`,
      ),
  });
  writeOutput(flags.output, text, read, io);
  return EXIT.clean;
}
