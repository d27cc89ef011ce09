import { fstatSync, statSync } from 'node:fs';

/** As `process.stdout.isTTY`, which is asked only where there may be a terminal: making that object loads all of Node's streams. */
export function isTerminal(): boolean {
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
