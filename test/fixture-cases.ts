import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { splitArguments } from './command-line.ts';

/** A folder below `fixtures/` with input and the exact report a user sees. */
export interface FixtureCase {
  readonly name: string;
  readonly folder: string;
  /** Command line: the words of the file `args`, else `values.yaml`. */
  readonly args: readonly string[];
  /** Standard input: the file `stdin`, else nothing. */
  readonly stdin: string;
  readonly reportFile: string;
}

const root = fileURLToPath(new URL('../fixtures', import.meta.url));

/** Every case: a folder that holds `values.yaml` or `args`, two levels below rules/ and charts/, one below projects/ and gitops/. */
export function fixtureCases(): FixtureCase[] {
  const folders = [
    ...foldersBelow('rules', 2),
    ...foldersBelow('charts', 2),
    ...foldersBelow('projects', 1),
    ...foldersBelow('gitops', 1),
  ];
  return folders.map((folder) => {
    const argsFile = path.join(folder, 'args');
    return {
      name: path.relative(root, folder).split(path.sep).join('/'),
      folder,
      args: existsSync(argsFile) ? splitArguments(readFileSync(argsFile, 'utf8')) : ['values.yaml'],
      stdin: textOf(path.join(folder, 'stdin')),
      reportFile: path.join(folder, 'report.txt'),
    };
  });
}

function textOf(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

function foldersBelow(name: string, depth: number): string[] {
  let folders = [path.join(root, name)];
  for (let level = 0; level < depth; level++) {
    folders = folders.filter(existsSync).flatMap((folder) =>
      readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => path.join(folder, entry.name))
        .sort(),
    );
  }
  return folders;
}
