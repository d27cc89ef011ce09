import { plainStyle, type Style } from '../report/style.ts';
import type { CliIo } from './cli-io.ts';

/** Colours for a terminal. The flag wins, then NO_COLOR, FORCE_COLOR, then whether output is a terminal. */
export async function terminalStyle(flag: boolean | undefined, io: CliIo): Promise<Style> {
  if (!wantsColour(flag, io)) return plainStyle;
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level: 1 });
  return {
    error: chalk.red.bold,
    warning: chalk.yellow.bold,
    info: chalk.cyan.bold,
    bold: chalk.bold,
    dim: chalk.dim,
    related: chalk.blue,
    help: chalk.green.bold,
    // OSC 8, which terminals that do not know it leave out.
    ...(io.isTerminal
      ? { link: (text, address) => `\u001b]8;;${address}\u001b\\${text}\u001b]8;;\u001b\\` }
      : {}),
  };
}

/** https://no-color.org: set and not empty turns colour off. FORCE_COLOR=0 does as well. */
function wantsColour(flag: boolean | undefined, { env, isTerminal }: CliIo): boolean {
  if (flag !== undefined) return flag;
  if (env.NO_COLOR !== undefined && env.NO_COLOR !== '') return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  return isTerminal && env.TERM !== 'dumb';
}
