import { Command } from 'commander';
import { VERSION } from '../api/version.ts';
import { diskFiles } from '../files/disk-files.ts';
import { refuseInputs } from '../files/refuse-inputs.ts';
import { targetFiles } from '../project/target-files.ts';
import { mergeShards } from '../report/merge-shards.ts';
import { currentText, readShardReports } from '../session/read-shard-reports.ts';
import { type CliIo, EXIT } from './cli-io.ts';
import { FORMATS } from './format-report.ts';
import { parseCommand } from './parse-command.ts';
import { printResult, reportFiles } from './print-result.ts';
import { addReportFlags, type ReportFlags } from './report-flags.ts';
import { wrapNotes } from './wrap-notes.ts';

const EXAMPLES = `
Examples:
  chartlint --shard 1/2 --format json=reports/1.json   on one machine
  chartlint --shard 2/2 --format json=reports/2.json   on another one
  chartlint merge-reports reports                      where both reports are
  chartlint merge-reports 1.json 2.json --format sarif --output chartlint.sarif

Run it in the same directory of the same checkout: code is shown from the files that the findings are about.

Exit codes: as those of one run over everything; 2 when the reports do not make a whole run.
`;

/** `chartlint merge-reports FILE…`: the report of a whole run, from the reports of its shards. */
export async function run(args: readonly string[], io: CliIo): Promise<number> {
  const command = addReportFlags(
    new Command('merge-reports')
      .description('Makes one report of the JSON reports of all shards of a run.')
      .argument('<files...>', 'JSON reports, or directories that hold nothing else'),
    FORMATS,
  ).addHelpText('after', wrapNotes(EXAMPLES));
  if (!parseCommand(command, args, io)) return EXIT.clean;
  const flags = command.opts<ReportFlags>();
  const read = new Set<string>();
  // What a report says about files may be anybody's.
  const files = targetFiles(diskFiles, io.cwd, ['.', ...command.args], read);
  const merged = mergeShards(
    await readShardReports(files, command.args, io.cwd, VERSION),
    currentText(files, io.cwd),
  );
  refuseInputs(reportFiles(flags, io.cwd), read, io.cwd);
  return printResult(merged, flags, io);
}
