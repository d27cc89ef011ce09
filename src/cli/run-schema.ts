import path from 'node:path';
import { Command } from 'commander';
import { chartForEditor, schemaReader } from '../node/chart-for-editor.ts';
import { writeFileAtomically } from '../node/write-file-atomically.ts';
import { editorSchema } from '../schema/editor-schema.ts';
import { type CliIo, EXIT } from './cli-io.ts';
import { parseCommand } from './parse-command.ts';

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
  const output = flags.output === undefined ? undefined : path.resolve(io.cwd, flags.output);
  const { chart, schema, shipped, directory } = await chartForEditor(command.args[0] ?? '', io.cwd);
  const { json, unresolved } = editorSchema(chart, {
    ...(schema === undefined ? {} : { schema }),
    overlay: flags.overlay === true,
    inline: flags.inline === true,
    ...chartName(shipped, directory, output),
    read: schemaReader(io.cwd),
  });
  for (const reference of unresolved) {
    io.stderr(`chartlint: "${reference}" names no schema at hand, so editors accept anything in its place\n`);
  }
  const text = `${JSON.stringify(json, null, 2)}\n`;
  if (output === undefined) io.stdout(text);
  else writeFileAtomically(output, text);
  return EXIT.clean;
}

/** What the written schema says it is for: a shipped chart by name, a directory as seen from the schema file. */
function chartName(
  shipped: string | undefined,
  directory: string | undefined,
  output: string | undefined,
): { chart?: string } {
  if (shipped !== undefined) return { chart: shipped };
  if (directory === undefined || output === undefined) return {};
  const relative = path.relative(path.dirname(output), directory).split(path.sep).join('/');
  return { chart: relative.startsWith('.') ? relative : `./${relative}` };
}
