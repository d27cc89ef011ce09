import { type CliIo, EXIT } from './cli-io.ts';

/** Commands besides linting; each is loaded only when it is named. */
const COMMANDS: Readonly<
  Record<string, () => Promise<{ run(args: readonly string[], io: CliIo): Promise<number> }>>
> = {
  rules: () => import('./run-rules.ts'),
  explain: () => import('./run-explain.ts'),
  why: () => import('./run-why.ts'),
  values: () => import('./run-values.ts'),
  schema: () => import('./run-schema.ts'),
};

/**
 * Runs the command line and resolves to the exit code: 0 nothing at or above the failing severity, 1 findings, 2 wrong use.
 * Never rejects; an unexpected failure is reported without a stack trace unless CHARTLINT_DEBUG is set.
 */
export async function run(args: readonly string[], io: CliIo): Promise<number> {
  try {
    const [first = '', ...rest] = args;
    const command = Object.hasOwn(COMMANDS, first) ? COMMANDS[first] : undefined;
    if (command !== undefined) return await (await command()).run(rest, io);
    const { runLint } = await import('./run-lint.ts');
    return await runLint(args, io);
  } catch (error) {
    if (error instanceof Error && error.name === 'UsageError') {
      for (const line of error.message.split('\n')) io.stderr(`chartlint: ${line}\n`);
      return EXIT.usage;
    }
    const debug = io.env.CHARTLINT_DEBUG !== undefined && error instanceof Error ? `\n${error.stack}` : '';
    const reason = error instanceof Error ? error.message : String(error);
    io.stderr(`chartlint: this is a bug in chartlint: ${reason}${debug}\n`);
    io.stderr(
      'chartlint: report it with the values that caused it; CHARTLINT_DEBUG=1 shows where it happened\n',
    );
    return EXIT.usage;
  }
}
