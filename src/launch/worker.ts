import { openProgram } from './open-program.ts';

/** What another thread of a run starts with. It has the arguments of the run, so it finds the same code, and leaves writing it to the run. */
void openProgram().program.startThread();
