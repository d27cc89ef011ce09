import { openProgram } from './open-program.ts';

/** What another thread of a run starts with. It has the arguments of the run, so it finds the same compiled code; only the first thread writes it. */
openProgram().loader.load('worker.cjs');
