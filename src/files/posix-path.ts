/** What is used of path functions; those of `node:path` fit. */
export interface PathFunctions {
  readonly sep: string;
  join(...parts: string[]): string;
  resolve(...parts: string[]): string;
  normalize(path: string): string;
  relative(from: string, to: string): string;
  dirname(path: string): string;
  basename(path: string): string;
  isAbsolute(path: string): boolean;
}

/** Path functions where there is no Node, as `node:path/posix` has them; the working directory is `/`. */
export const posixPath: PathFunctions = {
  sep: '/',
  join: (...parts) => normalized(parts.filter((part) => part !== '').join('/')),
  resolve: (...parts) => resolved(parts),
  normalize: normalized,
  relative: (from, to) => {
    const start = segmentsOf(resolved([from]));
    const end = segmentsOf(resolved([to]));
    let same = 0;
    while (same < start.length && same < end.length && start[same] === end[same]) same++;
    return [...start.slice(same).map(() => '..'), ...end.slice(same)].join('/');
  },
  dirname: (path) => {
    const trimmed = withoutEndSlashes(path);
    const at = trimmed.lastIndexOf('/');
    if (at === -1) return path.startsWith('/') ? '/' : '.';
    return withoutEndSlashes(trimmed.slice(0, at)) || '/';
  },
  basename: (path) => withoutEndSlashes(path).split('/').at(-1) ?? '',
  isAbsolute: (path) => path.startsWith('/'),
};

function resolved(parts: readonly string[]): string {
  const from = parts.findLastIndex((part) => part.startsWith('/'));
  const whole = normalized(`/${parts.slice(Math.max(from, 0)).join('/')}`);
  return whole.length > 1 ? whole.replace(/\/$/, '') : whole;
}

function normalized(path: string): string {
  const isAbsolute = path.startsWith('/');
  const kept: string[] = [];
  for (const segment of segmentsOf(path)) {
    if (segment === '.') continue;
    if (segment !== '..') kept.push(segment);
    else if (kept.length > 0 && kept.at(-1) !== '..') kept.pop();
    else if (!isAbsolute) kept.push('..');
  }
  if (isAbsolute && kept.length === 0) return '/';
  const text = (isAbsolute ? '/' : '') + (kept.join('/') || '.');
  return path.endsWith('/') ? `${text}/` : text;
}

function segmentsOf(path: string): string[] {
  return path.split('/').filter((segment) => segment !== '');
}

function withoutEndSlashes(path: string): string {
  return path.replace(/(?<!\/)\/+$/, '');
}
