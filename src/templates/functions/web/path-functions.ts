import type { GoFunction, TracedCall } from '../../value/go-value.ts';
import { sliceOrigin } from '../../value/text-origin.ts';
import { declareFunction } from '../declare-function.ts';

/** Go's `path` and, under names with `os`, `filepath` where paths have slashes. */
export const PATH_FUNCTIONS: readonly GoFunction[] = [
  ...onPath('base', 'osBase', base),
  ...onPath('dir', 'osDir', (path) => clean(path.slice(0, path.lastIndexOf('/') + 1))),
  ...onPath('clean', 'osClean', clean),
  ...onPath('ext', 'osExt', extension),
  ...['isAbs', 'osIsAbs'].map((name) =>
    declareFunction(name, 'string -> bool', ([path]: [string]) => path.startsWith('/')),
  ),
];

function onPath(name: string, osName: string, change: (path: string) => string): GoFunction[] {
  return [name, osName].map((one) =>
    declareFunction(one, 'string -> string', ([path]: [string]) => change(path), part),
  );
}

/** The result is a piece of the path, if it is one at all. */
function part({ args, origins, result }: TracedCall): TracedCall['origins'][number] {
  const at = (args[0] as string).lastIndexOf(result as string);
  return at === -1 ? origins[0] : sliceOrigin(origins[0], at, at + (result as string).length);
}

function base(path: string): string {
  if (path === '') return '.';
  const trimmed = path.replace(/\/+$/, '');
  return trimmed === '' ? '/' : trimmed.slice(trimmed.lastIndexOf('/') + 1);
}

function extension(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name.includes('.') ? name.slice(name.lastIndexOf('.')) : '';
}

function clean(path: string): string {
  const isRooted = path.startsWith('/');
  const kept: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') kept.push(part);
    else if (kept.length > 0 && kept.at(-1) !== '..') kept.pop();
    else if (!isRooted) kept.push(part);
  }
  const joined = kept.join('/');
  return isRooted ? `/${joined}` : joined || '.';
}
