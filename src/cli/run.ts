import { existsSync } from 'node:fs';
import path from 'node:path';
import { VERSION } from '../api/version.ts';
import { logSafe } from '../report/log-safe.ts';
import { visibleText } from '../report/visible-text.ts';
import { wrapText } from '../report/wrap-text.ts';
import { type CliIo, EXIT } from './cli-io.ts';
import { COMMANDS } from './commands.ts';
import { isProgress } from './progress-line.ts';
import { runGuarded } from './run-guarded.ts';

/** Commands whose output is data for other programs; all others but linting, which takes care of it format by format, are for people. */
const PRINTS_DATA = new Set(['render', 'schema', 'types', 'completion', 'values']);

/** Commands whose output has colours of ours; in all others they come from what strangers write. Reports of linting are drawn before. */
const IS_STYLED = new Set(['rules', 'explain']);

/**
 * The same, with nothing in what is printed that a terminal or the log of a runner acts on. Data stays as it is, but where a
 * terminal or a runner shows it.
 */
function safeIo(io: CliIo, command = ''): CliIo {
  const isData = PRINTS_DATA.has(command);
  const isStyled = IS_STYLED.has(command);
  const { env } = io;
  const runner = env.GITHUB_ACTIONS ?? env.TF_BUILD ?? env.TEAMCITY_VERSION;
  const isShown = !isData || io.isTerminal || runner !== undefined;
  const isLint = !(isData || Object.hasOwn(COMMANDS, command));
  return {
    ...io,
    stdout: (text) => {
      if (/^\s*[{[]/.test(text)) io.stdout(isLint ? text : logSafe(text, 'json'));
      else io.stdout(isLint || !isShown ? text : logSafe(isStyled ? text : visibleText(text), 'text'));
    },
    stderr: (text) =>
      io.stderr(isProgress(text) ? text : fitted(logSafe(visibleText(text), 'text'), io.columns)),
  };
}

/** The lines at the width of the terminal, with a hanging indent. */
function fitted(text: string, columns: number | undefined): string {
  if (columns === undefined) return text;
  const wrapped = (line: string): string => wrapText(line, columns - 2).replaceAll('\n', '\n  ');
  return text
    .split('\n')
    .map((line) => (line.length > columns ? wrapped(line) : line))
    .join('\n');
}

/**
 * Runs the command line and resolves to the exit code: 0 nothing at or above the failing severity, 1 findings, 2 wrong use.
 * Never rejects; an unexpected failure is reported without a stack trace unless CHARTLINT_DEBUG is set.
 */
export function run(args: readonly string[], given: CliIo): Promise<number> {
  const io = safeIo(given, args[0]);
  return runGuarded(io, async () => {
    const [first = '', ...rest] = args;
    // Whoever installs programs asks for nothing else, often: no parser of flags, no rules.
    if (/^(?:-v|--version)$/.test(first) && rest.length === 0) {
      io.stdout(`${VERSION}\n`);
      return EXIT.clean;
    }
    const command = Object.hasOwn(COMMANDS, first) ? COMMANDS[first] : undefined;
    if (command !== undefined) return (await command()).run(rest, io, COMMANDS);
    if (first === 'help') return run([...rest, '--help'], io);
    if (first === 'lint' || first === 'version') {
      const isFile = existsSync(path.resolve(io.cwd, first));
      if (!isFile) return run(first === 'lint' ? rest : ['--version'], io);
    }
    if (/^[a-z]+(?:-[a-z]+)*$/.test(first) && !existsSync(path.resolve(io.cwd, first))) {
      (await import('./refuse-command.ts')).refuseCommand(first, Object.keys(COMMANDS));
    }
    const { runLint } = await import('./run-lint.ts');
    const exitCode = await runLint(args, io);
    if (args.includes('--help') || args.includes('-h')) {
      io.stdout(await (await import('./command-list.ts')).commandList(COMMANDS, io.columns));
    }
    return exitCode;
  });
}
