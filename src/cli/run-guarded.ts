import { isStackOverflow } from '../model/is-stack-overflow.ts';
import { LimitReached } from '../model/limit-reached.ts';
import { maskText } from '../model/mask-text.ts';
import { ReadFailure } from '../model/read-failure.ts';
import { type CliIo, EXIT } from './cli-io.ts';

/**
 * Runs a command and resolves to its exit code. Never rejects: wrong use is told in its own words, any other failure without
 * a stack trace unless CHARTLINT_DEBUG is set.
 */
export async function runGuarded(io: CliIo, command: () => Promise<number>): Promise<number> {
  try {
    return await command();
  } catch (error) {
    if (error instanceof Error && error.name === 'UsageError') {
      for (const line of maskText(error.message, 'prose').split('\n')) io.stderr(`chartlint: ${line}\n`);
      return EXIT.usage;
    }
    if (error instanceof ReadFailure) {
      io.stderr(`chartlint: ${maskText(error.message, 'prose')}\n`);
      return EXIT.usage;
    }
    if (error instanceof LimitReached) {
      io.stderr(`chartlint: ${maskText(error.message, 'prose')} (limit "${error.limit}")\n`);
      return EXIT.usage;
    }
    if (isStackOverflow(error)) {
      io.stderr('chartlint: something that this run reads is nested too deep\n');
      return EXIT.usage;
    }
    const debug = io.env.CHARTLINT_DEBUG !== undefined && error instanceof Error ? `\n${error.stack}` : '';
    const reason = error instanceof Error ? error.message : String(error);
    io.stderr(`chartlint: this is a bug in chartlint: ${maskText(reason, 'prose')}${debug}\n`);
    io.stderr(
      'chartlint: report it with the values that caused it; CHARTLINT_DEBUG=1 shows where it happened\n',
    );
    return EXIT.usage;
  }
}
