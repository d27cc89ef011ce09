import type { Command } from 'commander';

/** Adds the flags that change files: the values, or the baseline. */
export function addFixFlags(command: Command): Command {
  return command
    .option('--fix', 'apply the safe fixes to the files')
    .option('--fix-unsafe', 'apply all fixes; look at what they changed')
    .option('--diff', 'print what --fix (or --fix-unsafe) would change as a patch, and change nothing')
    .option('--show-secrets', 'print secrets in the patch of --diff, which then fits where they stand')
    .option('--baseline <file>', 'leave out the findings that this file lists')
    .option('--no-baseline', 'leave out none')
    .option('--update-baseline', 'write the present findings to the baseline file');
}
