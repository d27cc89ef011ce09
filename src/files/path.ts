import { builtinModule } from './builtin-module.ts';
import { type PathFunctions, posixPath } from './posix-path.ts';

/** The path functions of this system; those of POSIX where there is no Node. */
export const path: PathFunctions = builtinModule<PathFunctions>('node:path') ?? posixPath;
