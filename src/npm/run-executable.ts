import { spawn } from 'node:child_process';

/** `process.execve` of Node 22.15 and later. */
type Execve = (file: string, args: readonly string[], env: NodeJS.ProcessEnv) => never;

const SIGNALS: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program in place of this one: same streams, signals and exit code.
 * @param otherwise called when it does not start at all.
 */
export function runExecutable(file: string, args: readonly string[], otherwise: () => void): void {
  const { execve } = process as unknown as { execve?: Execve };
  if (execve !== undefined && process.platform !== 'win32') {
    // It warns that it is new before it does what is asked.
    process.removeAllListeners('warning');
    execve(file, [file, ...args], process.env);
  }
  const child = spawn(file, args, { stdio: 'inherit' });
  const forward = (signal: NodeJS.Signals): void => {
    child.kill(signal);
  };
  for (const signal of SIGNALS) process.on(signal, forward);
  const release = (): void => {
    for (const signal of SIGNALS) process.removeListener(signal, forward);
  };
  child.once('error', () => {
    release();
    otherwise();
  });
  child.once('exit', (code, signal) => {
    release();
    if (signal === null) process.exitCode = code ?? 2;
    else process.kill(process.pid, signal);
  });
}
