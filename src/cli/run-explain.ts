import { Command } from 'commander';
import { unknownRule } from '../config/check-config.ts';
import { UsageError } from '../files/usage-error.ts';
import { joinStatement } from '../model/statement.ts';
import type { RuleFlags } from '../project/apply-config.ts';
import { formatRuleExplanation } from '../report/rule-explanation.ts';
import { type CliIo, EXIT } from './cli-io.ts';
import { parseCommand } from './parse-command.ts';
import { ruleEntries } from './rule-entries.ts';
import { addRuleFlags } from './rule-flags.ts';
import { terminalStyle } from './terminal-style.ts';
import { wrapNotes } from './wrap-notes.ts';

const EXAMPLES = `
Examples:
  chartlint explain mutable-image-tag
  chartlint explain schema/type yaml/duplicate-key
`;

/** `chartlint explain <id>`: what a rule or check reports, why, and what passes. */
export async function run(args: readonly string[], io: CliIo): Promise<number> {
  const command = addRuleFlags(
    new Command('explain')
      .description('Explains rules and checks: what is reported, why it matters, what passes.')
      .argument('<id...>', 'what a report shows in brackets: mutable-image-tag, schema/type')
      .addHelpText('after', wrapNotes(EXAMPLES)),
  );
  if (!parseCommand(command, args, io)) return EXIT.clean;
  const { entries, exit } = await ruleEntries(io, command.opts<RuleFlags>());
  const style = await terminalStyle(undefined, io);
  const texts = command.args.map((id) => {
    const entry = entries.find((candidate) => candidate.id === id);
    if (entry !== undefined) return formatRuleExplanation(entry, style, io.columns);
    const ids = new Set(entries.map((candidate) => candidate.id));
    throw new UsageError(joinStatement(unknownRule(id, ids, [])));
  });
  io.stdout(texts.join('\n'));
  return exit;
}
