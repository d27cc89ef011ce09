import { openProgram } from './open-program.ts';

/** The program that `chartlint` starts. It keeps what V8 made of its modules in this run. A script cannot await. */
const { program, cache } = openProgram();
process.once('exit', () => cache.write());
void program.start();
