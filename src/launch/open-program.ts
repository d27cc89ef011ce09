import path from 'node:path';
import { cacheFolder } from './cache-folder.ts';
import { CodeCache } from './code-cache.ts';
import { ProgramLoader } from './program-loader.ts';

/** Names the build: one for each content of the program. Filled in by `npm run build`. */
declare const BUILD: string;

/** What the program exports; the same as `src/cli/main.ts`. */
interface Program {
  start(): Promise<void>;
  startThread(): Promise<void>;
}

/**
 * The program from `dist/program`, together with the machine code that V8 made of it in an earlier run of the same command:
 * compiling takes longer than linting a file does.
 */
export function openProgram(): { program: Program; cache: CodeCache } {
  const [command = ''] = process.argv.slice(2);
  const name = /^[a-z]{1,16}$/.test(command) ? command : 'lint';
  const folder = cacheFolder(process.env, process.platform);
  const cache = new CodeCache(folder, `${name}-${BUILD}-${process.version}-${process.arch}`);
  const loader = new ProgramLoader(path.join(__dirname, 'program'), cache);
  return { program: loader.load('main.cjs') as Program, cache };
}
