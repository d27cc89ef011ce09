import { path } from './path.ts';

/** Whether the path is the folder (or file) itself or lies below it. */
export function isAtOrBelow(file: string, folder: string): boolean {
  const relative = path.relative(folder, file);
  return relative !== '..' && !relative.startsWith(`..${path.sep}`) && !path.isAbsolute(relative);
}
