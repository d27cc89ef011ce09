import { Command } from 'commander';
import { diskFiles } from '../files/disk-files.ts';
import { UsageError } from '../files/usage-error.ts';
import { isEncryptedAt } from '../lint/around-encryption.ts';
import { assembleRelease } from '../lint/assemble-release.ts';
import { isRefusedUnread } from '../lint/is-refused.ts';
import { secretPaths } from '../lint/secret-spans.ts';
import { withFlagIntegers } from '../merge/with-flag-integers.ts';
import { showBlanked } from '../model/blanked-text.ts';
import { maskJson } from '../model/mask-json.ts';
import { maskText } from '../model/mask-text.ts';
import { withoutEncrypted } from '../model/without-encrypted.ts';
import { withoutSecrets } from '../model/without-secrets.ts';
import { prepareRun } from '../project/prepare-run.ts';
import { formatValues } from '../report/format-values.ts';
import { lineIndexes } from '../report/line-indexes.ts';
import { placedReason } from '../session/placed-reason.ts';
import { planChart } from '../session/plan-chart.ts';
import { type CliIo, EXIT } from './cli-io.ts';
import { parseCommand } from './parse-command.ts';
import { addConfigFlags } from './rule-flags.ts';
import { shipped } from './shipped.ts';
import { addValuesFlags, type ValuesFlags } from './values-flags.ts';
import { valuesOptions } from './values-options.ts';
import { wrapNotes } from './wrap-notes.ts';

const EXAMPLES = `
Examples:
  chartlint values charts/shop
  chartlint values charts/shop -f prod.yaml --set image.tag=1.4.2 --origin
  chartlint values zymtrace -f values.yaml --format json
`;

/** `chartlint values <chart>`: the effective values, as Helm computes them. */
export async function run(args: readonly string[], io: CliIo): Promise<number> {
  const command = addConfigFlags(
    addValuesFlags(
      new Command('values')
        .description(
          'Prints the effective values of a chart: defaults, values files and flags, merged as Helm merges them.',
        )
        .argument('<chart>', 'a chart directory, or a chart that chartlint knows')
        .option('--format <name>', 'yaml or json', 'yaml')
        .option('--show-secrets', 'print secrets, instead of a dot for each character')
        .option('--origin', 'say behind each line where the value is written')
        .addHelpText('after', wrapNotes(EXAMPLES)),
    ),
  );
  if (!parseCommand(command, args, io)) return EXIT.clean;
  const flags = command.opts<
    ValuesFlags & { showSecrets?: boolean; format: string; origin?: boolean; config?: string | boolean }
  >();
  if (flags.format !== 'yaml' && flags.format !== 'json') throw new UsageError('--format: yaml or json');
  if (flags.origin === true && flags.format === 'json')
    throw new UsageError('--origin: only with --format yaml');
  const [chart = ''] = command.args;
  const { options, files, notices } = await prepareRun(
    { cwd: io.cwd, inputs: [chart], context: { cluster: {} }, ...valuesOptions(flags, io.env) },
    flags,
    shipped,
    diskFiles,
  );
  const { input, texts, findings: read } = await planChart(files, chart, options);
  for (const notice of notices) io.stderr(`chartlint: ${notice}\n`);
  const { values, findings, release } = assembleRelease(input);
  const refused = [...read, ...findings].filter(isRefusedUnread);
  if (refused.length > 0) throw new UsageError(refused.map((one) => placedReason(one, texts)).join('\n'));
  const exact = withFlagIntegers(values);
  const text = showBlanked(
    formatValues(
      values,
      flags.format,
      flags.origin === true ? lineIndexes({ sources: texts }) : undefined,
      withoutEncrypted(
        flags.showSecrets === true ? exact : withoutSecrets(exact, secretPaths(release)),
        isEncryptedAt(values),
      ),
    ),
  );
  const mask = flags.format === 'json' ? maskJson : maskText;
  io.stdout(flags.showSecrets === true ? text : mask(text));
  return EXIT.clean;
}
