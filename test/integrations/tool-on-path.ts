import { execFileSync } from 'node:child_process';

/**
 * Whether a program is there. Where it is not, the caller says so in the name of a skipped test; CI has all of them, so there a
 * missing one is an error.
 */
export function toolOnPath(name: string): boolean {
  try {
    execFileSync('sh', ['-c', `command -v ${name}`], { stdio: 'ignore' });
    return true;
  } catch {
    if (process.env.CI) throw new Error(`CI must have ${name}`);
    return false;
  }
}
