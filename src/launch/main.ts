import path from 'node:path';
import { cacheFolder } from './cache-folder.ts';
import { CodeCache } from './code-cache.ts';
import { ProgramLoader } from './program-loader.ts';

/** Names the build: one for each content of the program. Filled in by `npm run build`. */
declare const BUILD: string;

/**
 * The program that `chartlint` starts. It loads the modules that a run needs from `dist/program`, together with the
 * machine code that V8 made of them in an earlier run, and keeps what V8 made in this one: compiling takes longer than
 * linting a file does.
 */
const [command = ''] = process.argv.slice(2);
const name = /^[a-z][a-z-]{0,15}$/.test(command) ? command : 'lint';
const folder = cacheFolder(process.env, process.platform);
const cache = new CodeCache(folder, `${name}-${BUILD}-${process.version}-${process.arch}`);
const loader = new ProgramLoader(path.join(__dirname, 'program'), cache);
process.once('exit', () => cache.write());
loader.load('main.cjs');
