import { path } from './path.ts';

/** A file as reports show it: relative to the working directory, with forward slashes. */
export function shownPath(file: string, cwd: string): string {
  const relative = path.relative(cwd, file);
  return (relative === '' ? path.basename(file) : relative).split(path.sep).join('/');
}
