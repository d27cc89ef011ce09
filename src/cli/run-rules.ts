import { Command, Option } from 'commander';
import { UsageError } from '../files/usage-error.ts';
import type { RuleFlags } from '../project/apply-config.ts';
import { formatRuleList, formatRuleTable } from '../report/rule-table.ts';
import { type CliIo, EXIT } from './cli-io.ts';
import { parseCommand } from './parse-command.ts';
import { ruleEntries } from './rule-entries.ts';
import { addRuleFlags } from './rule-flags.ts';
import { terminalStyle } from './terminal-style.ts';
import { wrapNotes } from './wrap-notes.ts';

interface Flags extends RuleFlags {
  readonly format: 'table' | 'json';
  readonly chart?: string;
}

const EXAMPLES = `
Examples:
  chartlint rules
  chartlint rules --chart zymtrace
  chartlint rules --preset production --format json
`;

/** `chartlint rules`: every rule and check. */
export async function run(args: readonly string[], io: CliIo): Promise<number> {
  const command = addRuleFlags(
    new Command('rules')
      .description('Lists every rule and check with its severity under the present configuration.')
      .addOption(
        new Option('--format <name>', 'how to print them').choices(['table', 'json']).default('table'),
      )
      .option('--chart <name>', 'only the rules about this chart')
      .addHelpText('after', wrapNotes(EXAMPLES)),
  );
  if (!parseCommand(command, args, io)) return EXIT.clean;
  const { format, chart, ...flags } = command.opts<Flags>();
  const { entries: all, exit } = await ruleEntries(io, flags);
  const entries = chart === undefined ? all : all.filter((entry) => entry.chart === chart);
  if (entries.length === 0) throw new UsageError(`--chart: ${chartsWithRules(chart, all)}`);
  io.stdout(
    format === 'json'
      ? formatRuleList(entries)
      : formatRuleTable(entries, await terminalStyle(undefined, io)),
  );
  return exit;
}

function chartsWithRules(chart: string | undefined, all: readonly { readonly chart?: string }[]): string {
  const charts = [...new Set(all.flatMap((entry) => entry.chart ?? []))].sort();
  return `no rule is only about "${chart}"; ${charts.length === 0 ? 'all rules are generic' : `charts with rules of their own: ${charts.join(', ')}`}`;
}
