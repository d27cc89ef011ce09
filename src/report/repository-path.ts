import type { ReportContext } from './report-context.ts';

/** The file relative to the repository root, forward slashes. Absolute names, and names above the root, stay as they are. */
export function repositoryPath(file: string, { pathPrefix = '' }: ReportContext = {}): string {
  if (isAbsolute(file)) return file;
  const segments: string[] = [];
  for (const segment of `${pathPrefix}/${file}`.split('/')) {
    if (segment === '' || segment === '.') continue;
    if (segment === '..' && segments.length > 0 && segments.at(-1) !== '..') segments.pop();
    else segments.push(segment);
  }
  return segments.join('/');
}

/** Whether the name starts at the root of a disk: on Windows, files of another drive are shown with its letter. */
export function isAbsolute(file: string): boolean {
  return file.startsWith('/') || /^[A-Za-z]:[\\/]/.test(file);
}
