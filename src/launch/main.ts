import { openProgram } from './open-program.ts';

/**
 * The program that `chartlint` starts. It loads the modules that a run needs from `dist/program`, together with the
 * machine code that V8 made of them in an earlier run, and keeps what V8 made in this one: compiling takes longer than
 * linting a file does.
 */
const args = process.argv.slice(2);
const replayed = args.some((arg) => arg.startsWith('--cache'))
  ? (require('./replay.cjs') as typeof import('../cache/replay-run.ts')).replayRun(args, process.cwd())
  : undefined;
if (replayed === undefined) {
  const { loader, cache } = openProgram();
  process.once('exit', () => cache.write());
  loader.load('main.cjs');
} else {
  process.exitCode = replayed;
}
