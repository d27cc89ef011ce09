import type { CliIo } from './cli-io.ts';
import { runGuarded } from './run-guarded.ts';

/** Commands besides linting; each is loaded only when it is named. */
const COMMANDS: Readonly<
  Record<string, () => Promise<{ run(args: readonly string[], io: CliIo): Promise<number> }>>
> = {
  init: () => import('./run-init.ts'),
  rules: () => import('./run-rules.ts'),
  explain: () => import('./run-explain.ts'),
  why: () => import('./run-why.ts'),
  values: () => import('./run-values.ts'),
  schema: () => import('./run-schema.ts'),
  types: () => import('./run-types.ts'),
};

/**
 * Runs the command line and resolves to the exit code: 0 nothing at or above the failing severity, 1 findings, 2 wrong use.
 * Never rejects; an unexpected failure is reported without a stack trace unless CHARTLINT_DEBUG is set.
 */
export function run(args: readonly string[], io: CliIo): Promise<number> {
  return runGuarded(io, async () => {
    const [first = '', ...rest] = args;
    const command = Object.hasOwn(COMMANDS, first) ? COMMANDS[first] : undefined;
    if (command !== undefined) return (await command()).run(rest, io);
    const { runLint } = await import('./run-lint.ts');
    return runLint(args, io);
  });
}
