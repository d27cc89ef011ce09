import type { CliIo } from './cli-io.ts';

/** Short runs show nothing; a line that flickers for a moment helps nobody. Milliseconds. */
const PATIENCE = 600;
const INTERVAL = 100;
const WIPE = '\r\u001b[K';

/** A line on the terminal that says how far a long run is. `done` wipes it, so that the report starts on a clean line. */
export interface ProgressLine {
  update(linted: number, total: number): void;
  done(): void;
}

/** Whether the text is this line: of what goes to standard error it alone moves the cursor. */
export function isProgress(text: string): boolean {
  return (
    text === WIPE ||
    (text.startsWith(WIPE) && /^chartlint: \d+ of \d+ releases$/.test(text.slice(WIPE.length)))
  );
}

/** Writes to standard error, and only while standard output is a terminal: never into a file or a pipe. */
export function progressLine(io: CliIo, now: () => number = Date.now): ProgressLine {
  const start = now();
  let shown = 0;
  return {
    update: (linted, total) => {
      const time = now();
      if (!io.isTerminal || time - start < PATIENCE || time - shown < INTERVAL) return;
      shown = time;
      io.stderr(`${WIPE}chartlint: ${linted} of ${total} releases`);
    },
    done: () => {
      if (shown > 0) io.stderr(WIPE);
    },
  };
}
