import { Command } from 'commander';
import { type CliIo, EXIT } from './cli-io.ts';
import { editorSchemaText } from './editor-schema-text.ts';
import { parseCommand } from './parse-command.ts';
import { writeOutput } from './write-output.ts';

const EXAMPLES = `
Examples:
  chartlint schema colonyos                                    the schema of a chart that chartlint knows
  chartlint schema charts/shop -o .chartlint/shop.json         of a chart directory, with the charts in charts/
  chartlint schema charts/shop --overlay -o .chartlint/shop.overlay.json

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
    .option('--inline', 'no definitions: every reference is replaced by what it names')
    .option('-o, --output <file>', 'write the schema to a file')
    .addHelpText('after', EXAMPLES);
}

/** `chartlint schema <chart>`. */
export async function run(args: readonly string[], io: CliIo): Promise<number> {
  const command = schemaCommand();
  if (!parseCommand(command, args, io)) return EXIT.clean;
  const flags = command.opts<{ overlay?: boolean; inline?: boolean; output?: string }>();
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
