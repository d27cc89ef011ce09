import { Command } from 'commander';
import { assembleRelease } from '../lint/assemble-release.ts';
import { explainValue } from '../lint/explain-value.ts';
import { parseValuesPath } from '../model/parse-values-path.ts';
import { secretMatcher } from '../model/secret-matcher.ts';
import type { ValuesPath } from '../model/values-path.ts';
import { UsageError } from '../node/lint-options.ts';
import { planProject } from '../node/plan-project.ts';
import { formatExplanation } from '../report/format-explanation.ts';
import { lineIndexes } from '../report/line-indexes.ts';
import { type CliIo, EXIT } from './cli-io.ts';
import { parseCommand } from './parse-command.ts';
import { addValuesFlags, type ValuesFlags, valuesOptions } from './values-flags.ts';

const EXAMPLES = `
Examples:
  chartlint why image.tag values.yaml
  chartlint why colonies.replicas values.yaml -f prod.yaml --set colonies.replicas=5
  chartlint why 'ingress.annotations["cert-manager.io/cluster-issuer"]' values.yaml
  chartlint why redis.auth.enabled charts/shop
`;

/** `chartlint why <path> [files]`: where a value comes from, layer by layer. */
export async function run(args: readonly string[], io: CliIo): Promise<number> {
  const command = addValuesFlags(
    new Command('why')
      .description(
        'Says where an effective value comes from: each layer that sets it, the winner, the schema, its role.',
      )
      .argument('<path>', 'image.tag, hosts[0].host, annotations["a.b/c"] or /image/tag')
      .argument('[files...]', 'values files or a chart directory (default: the working directory)')
      .option('--chart <name|dir>', 'the chart of the values')
      .option('--schema <file>', 'a JSON Schema for the values')
      .option('--format <name>', 'text or json', 'text')
      .addHelpText('after', EXAMPLES),
  );
  if (!parseCommand(command, args, io)) return EXIT.clean;
  const [path = '', ...inputs] = command.args;
  const flags = command.opts<ValuesFlags & { chart?: string; schema?: string; format: string }>();
  if (flags.format !== 'text' && flags.format !== 'json') throw new UsageError('--format: text or json');
  const project = await planProject({
    cwd: io.cwd,
    inputs,
    context: { cluster: {} },
    ...flags,
    ...valuesOptions(flags),
  });
  const at = valuesPath(path);
  const lines = lineIndexes(project);
  const answers = project.releases.map((input) => {
    const assembled = assembleRelease(input);
    const explanation = explainValue(assembled, at, input.schema?.json());
    const secret = secretMatcher(input.chart?.annotations ?? [])(at);
    return { files: input.files, explanation, secret };
  });
  if (answers.length === 0) throw new UsageError('no values file could be read');
  io.stdout(formatExplanation(answers, lines, flags.format));
  return EXIT.clean;
}

function valuesPath(text: string): ValuesPath {
  try {
    return parseValuesPath(text);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
