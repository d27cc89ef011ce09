import { provideOwnModules } from './own-modules.ts';

/** The executable: tells a kept run again where there is one, and loads the program only otherwise. */
const args = process.argv.slice(2);
const replayed = args.some((arg) => arg.startsWith('--cache'))
  ? (await import('../cache/replay-run.ts')).replayRun(args, process.cwd())
  : undefined;
if (replayed === undefined) {
  provideOwnModules();
  await import('../cli/main.ts');
} else {
  process.exitCode = replayed;
}
