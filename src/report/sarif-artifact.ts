import type { ReportContext } from './report-context.ts';
import { isAbsolute, repositoryPath } from './repository-path.ts';

/** The base of relative URIs, by the name that GitHub code scanning and editors know for the repository root. */
export const SOURCE_ROOT = '%SRCROOT%';

/** SARIF `artifactLocation`: percent-encoded, relative to the repository root where the file is below it. */
export function artifactLocation(file: string, context: ReportContext): { uri: string; uriBaseId?: string } {
  const path = repositoryPath(file, context);
  if (path.startsWith('/')) return { uri: `file://${encodePath(path)}` };
  if (isAbsolute(path)) return { uri: `file:///${path.slice(0, 2)}${encodePath(path.slice(2))}` };
  if (path.startsWith('../')) return { uri: encodePath(path) };
  return { uri: encodePath(path), uriBaseId: SOURCE_ROOT };
}

function encodePath(path: string): string {
  return path
    .replaceAll('\\', '/')
    .replaceAll(/\p{Cs}/gu, '\uFFFD')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
}
