import { path } from './path.ts';

/** Whether the path is the folder (or file) itself or lies below it. */
export function isAtOrBelow(file: string, folder: string): boolean {
  // Most paths have no dots in them, and then what they begin with says it.
  if (!file.includes('..') && file.startsWith(folder.endsWith(path.sep) ? folder : `${folder}${path.sep}`))
    return true;
  if (isPlain(file) && isPlain(folder)) return file === folder;
  const relative = path.relative(folder, file);
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}

/** Whether the path can be written in no other way: absolute, nothing to leave out, letters that mean only themselves. */
function isPlain(file: string): boolean {
  return path.sep === '/' && file.startsWith('/') && !file.endsWith('/') && !/\/[./]/.test(file);
}
