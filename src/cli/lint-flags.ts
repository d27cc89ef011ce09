import { Command, InvalidArgumentError, Option } from 'commander';
import type { Shard } from '../model/shard.ts';
import type { RuleFlags } from '../project/apply-config.ts';
import type { LintOptions } from '../project/lint-options.ts';
import { isKnownCni, KNOWN_CNIS } from '../rules/network-plugins.ts';
import type { FixFlags } from '../session/lint-run.ts';
import type { CliIo } from './cli-io.ts';
import { addFixFlags } from './fix-flags.ts';
import { parseCommand } from './parse-command.ts';
import { addReleaseFlags, type ReleaseFlags, releaseOptions } from './release-flags.ts';
import { addReportFlags, type ReportFlags } from './report-flags.ts';
import { addRuleFlags } from './rule-flags.ts';
import { addValuesFlags, type ValuesFlags } from './values-flags.ts';
import { valuesOptions } from './values-options.ts';
import { wrapNotes } from './wrap-notes.ts';

/** The flags of `chartlint [paths]`, parsed and checked. */
export interface LintFlags extends ValuesFlags, ReleaseFlags, RuleFlags, FixFlags, ReportFlags {
  readonly chart?: string;
  readonly schema?: string;
  readonly env?: string;
  readonly cni?: string;
  readonly stdin?: boolean;
  readonly stdinFilename?: string;
  readonly watch?: boolean;
  /** True for the default base, else a git revision. */
  readonly changed?: string | true;
  readonly staged?: boolean;
  /** Implies `changed` where nothing is staged. */
  readonly changedLines?: boolean;
  readonly cache?: boolean;
  readonly cacheLocation?: string;
  readonly shard?: Shard;
}

/** What flags set in the options of a run. */
export type FlagOptions = ReturnType<typeof valuesOptions> &
  Pick<LintOptions, 'shard' | 'chart' | 'schema' | 'context' | 'rendering'>;

/** A command line, parsed and checked. */
export interface ParsedLint {
  readonly paths: readonly string[];
  readonly flags: LintFlags;
  readonly options: FlagOptions;
}

const EXAMPLES = `
Examples:
  chartlint                                  every values file below this directory
  chartlint values.yaml                      one file; Chart.yaml or its keys tell the chart
  chartlint values.yaml -f values-prod.yaml  merged as helm install -f … -f … does
  chartlint prod.yaml --chart zymtrace       which chart it is for (a name or a directory)
  chartlint --chart hotswap --set replicaCount=5   no file: the release that the flags describe
  chartlint deploy/ --env production --cni flannel
  chartlint values.yaml --format json --output report.json
  chartlint --shard 1/3 --format json=report-1.json
  cat values.yaml | chartlint --stdin --stdin-filename deploy/values.yaml

Values files in a folder: values.yaml, values-*.yaml and *-values.yaml (with -, . or _), all YAML below values/, in a
chart also below environments/ and envs/, and what "charts: files:" in the configuration names.

Exit codes: 0 no errors, 1 errors (or more warnings than --max-warnings), 2 wrong use, or a file that cannot
be read or a rule that fails.
`;

/** Parses the command line; undefined when it asked for help or the version, which is then printed. Throws UsageError. */
export function parseLintFlags(
  args: readonly string[],
  io: CliIo,
  version: string,
  formats: readonly string[],
): ParsedLint | undefined {
  const command = new Command('chartlint')
    .description(
      'Finds mistakes in Helm values: against the schema of the chart, and in what the values mean.',
    )
    .argument('[paths...]', 'values files, directories or globs (default: the working directory)')
    .optionsGroup('The release:')
    .option('--chart <name|dir>', 'the chart of the values: one that chartlint knows, or a chart directory')
    .option('--schema <file>', 'a JSON Schema for the values')
    .option(
      '--env <name>',
      'the environment the values are for; "production" makes some rules stricter (default: what the values say, or a file named for production)',
    )
    .addOption(
      new Option('--cni <name>', 'the network plugin of the cluster: calico, aws-vpc-cni, azure …').argParser(
        parseCni,
      ),
    )
    .optionsGroup('What is linted:')
    .option('--stdin', 'read the values from standard input')
    .option('--stdin-filename <path>', 'the path that the values from standard input have')
    .optionsGroup('The run:')
    .option('--watch', 'lint again whenever a file below the working directory changes')
    .optionsGroup('What is linted:')
    .option('--changed [base]', 'lint only files that differ from a git revision (default: the main branch)')
    .option('--staged', 'lint only files that are staged in git')
    .addOption(
      new Option(
        '--changed-lines',
        'report only what the changed lines cause or take part in; implies --changed',
      ).conflicts(['fix', 'fixUnsafe', 'diff', 'updateBaseline', 'shard', 'stdin']),
    )
    .optionsGroup('The run:')
    .option(
      '--threads <n>',
      'lint in so many threads (default: as many as pay, at most one a core)',
      parseThreads,
    )
    .option(
      '--shard <i/n>',
      'lint only the i-th of n parts; merge-reports puts the reports together',
      parseShard,
    )
    .option('--cache', 'keep what is found, and lint only what changed since')
    .option('--cache-location <dir>', 'where it is kept; implies --cache (default: among your caches)')
    .addHelpText('after', wrapNotes(EXAMPLES));
  addReleaseFlags(addValuesFlags(command.optionsGroup('The release:')));
  addRuleFlags(command.optionsGroup('Rules and configuration:'));
  addReportFlags(command.optionsGroup('The report:'), formats);
  addFixFlags(command.optionsGroup('Fixes and baseline:'));
  command.optionsGroup('About chartlint:').version(version, '-v, --version', 'print the version');
  if (!parseCommand(command, args, io)) return undefined;
  const flags = command.opts() as LintFlags;
  return { paths: command.args, flags, options: flagOptions(flags, io.env) };
}

function flagOptions(
  { shard, chart, schema, env, cni, ...values }: LintFlags,
  variables: CliIo['env'],
): FlagOptions {
  return {
    ...valuesOptions(values, variables),
    ...releaseOptions(values, variables),
    ...(shard === undefined ? {} : { shard }),
    ...(chart === undefined ? {} : { chart }),
    ...(schema === undefined ? {} : { schema }),
    context: {
      ...(env === undefined ? {} : { environment: env }),
      cluster: cni === undefined ? {} : { cni },
    },
  };
}

function parseShard(text: string): Shard {
  const [, index, count] = (/^(\d+)\/(\d+)$/.exec(text) ?? []).map(Number);
  if (index === undefined || count === undefined || index < 1 || index > count) {
    throw new InvalidArgumentError('It takes a part and the number of parts, such as 1/3.');
  }
  return { index, count };
}

function parseThreads(text: string): number {
  if (!/^[1-9]\d{0,2}$/.test(text)) throw new InvalidArgumentError('It takes a whole number from 1 to 999.');
  return Number(text);
}

function parseCni(text: string): string {
  const cni = text.toLowerCase();
  if (!isKnownCni(cni)) {
    throw new InvalidArgumentError(`Known network plugins: ${KNOWN_CNIS.join(', ')}.`);
  }
  return cni;
}
