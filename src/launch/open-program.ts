import path from 'node:path';
import { CodeCache } from './code-cache.ts';
import { codeFolder } from './code-folder.ts';
import { ProgramLoader } from './program-loader.ts';

/** Names the build: one for each content of the program. Filled in by `npm run build`. */
declare const BUILD: string;

/** The modules of the program, and what V8 made of them in an earlier run of the same command. */
export function openProgram(): { loader: ProgramLoader; cache: CodeCache } {
  const [command = ''] = process.argv.slice(2);
  const name = /^[a-z][a-z-]{0,15}$/.test(command) ? command : 'lint';
  const folder = codeFolder(process.env, process.platform, process.cwd());
  const cache = new CodeCache(folder, `${name}-${BUILD}-${process.version}-${process.arch}`);
  return { loader: new ProgramLoader(path.join(__dirname, 'program'), cache), cache };
}
