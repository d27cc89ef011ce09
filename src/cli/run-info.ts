import { askGit } from '../project/run-git.ts';
import type { RunInfo } from '../report/report-context.ts';
import type { CliIo } from './cli-io.ts';

/**
 * What a report says about the run that made it. Only where somebody tells the time: output depends on the input alone
 * elsewhere. `hide` masks what is secret in the arguments.
 */
export function runInfo({ typed, cwd }: CliIo, hide: (text: string) => string): RunInfo {
  if (typed === undefined) return {};
  const commit = askGit(cwd, ['rev-parse', '--short=12', 'HEAD']);
  return {
    command: hide(['chartlint', ...typed.args].map(quoted).join(' ')),
    ...(commit === undefined ? {} : { commit }),
    date: `${typed.now().toISOString().slice(0, 16).replace('T', ' ')} UTC`,
  };
}

/** As a shell takes it. */
function quoted(arg: string): string {
  return /^[\w./:=@,+-]+$/.test(arg) ? arg : `'${arg.replaceAll("'", "'\\''")}'`;
}
