import { type Command, InvalidArgumentError, Option } from 'commander';
import type { Severity } from '../model/severity.ts';

/** One `--format name` or `--format name=file`. */
export interface OutputFlag {
  readonly format: string;
  readonly file?: string;
}

/** The flags that say what is reported, where to, and what fails the run. */
export interface ReportFlags {
  readonly quiet?: boolean;
  readonly statistics?: boolean;
  readonly failOn: Severity | 'never';
  readonly maxWarnings?: number;
  readonly format: readonly OutputFlag[];
  readonly output?: string;
  readonly color?: boolean;
}

/** Adds the flags to a command. */
export function addReportFlags(command: Command, formats: readonly string[]): Command {
  return command
    .option('--quiet', 'report errors only')
    .option('--statistics', 'say how often each rule found something')
    .addOption(
      new Option('--fail-on <severity>', 'the lowest severity that fails the run')
        .choices(['error', 'warning', 'info', 'never'])
        .default('error'),
    )
    .option('--max-warnings <n>', 'fail when there are more warnings than this', parseCount)
    .option(
      '--format <name[=file]>',
      `${formats.join(', ')} (repeatable; default: pretty)`,
      (text, all: OutputFlag[]) => {
        return [...all, parseFormat(text, formats)];
      },
      [],
    )
    .option('-o, --output <file>', 'write the report to a file')
    .option('--color', 'colour the report (default: on a terminal)')
    .option('--no-color', 'never colour the report');
}

function parseCount(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('It takes a whole number.');
  return Number(text);
}

function parseFormat(text: string, formats: readonly string[]): OutputFlag {
  const [format = '', ...file] = text.split('=');
  if (!formats.includes(format)) throw new InvalidArgumentError(`Known formats: ${formats.join(', ')}.`);
  return file.length === 0 ? { format } : { format, file: file.join('=') };
}
