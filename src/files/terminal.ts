import { fstatSync, statSync } from 'node:fs';

/** What standard output is: a terminal and how wide, or not. */
export function terminal(): { isTerminal: boolean; columns?: number } {
  if (!isTerminal()) return { isTerminal: false };
  const { columns } = process.stdout;
  // A terminal that was never told its width says 0.
  return { isTerminal: true, ...(columns > 0 ? { columns } : {}) };
}

/** As `process.stdout.isTTY`, which is asked only where there may be a terminal: making that object loads all of Node's streams. */
function isTerminal(): boolean {
  try {
    const stats = fstatSync(1);
    if (
      process.platform !== 'win32' &&
      (!stats.isCharacterDevice() || stats.rdev === statSync('/dev/null').rdev)
    ) {
      return false;
    }
  } catch {
    // Closed, or of a kind that cannot be asked.
  }
  return process.stdout.isTTY === true;
}
