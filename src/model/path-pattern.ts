import { parsePointer } from './json-pointer.ts';
import { segmentMatcher } from './segment-pattern.ts';
import type { ValuesPath } from './values-path.ts';

/** A key with its brackets: `hosts`, `[0]`, `["a.b/c"]`; a backslash takes the meaning from the next character. */
const SEGMENT = /\.?(?:\[\s*(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|([^\]]*))\s*\]|((?:[^.[\\]|\\.)+))/gs;

/**
 * Segments of a pattern for values paths, written like a template reference (`ingress.hosts[*].host`,
 * `annotations["a.b/c"]`, `**.password`) or as a JSON Pointer (`/ingress/hosts/0`).
 */
export function parsePathPattern(pattern: string): string[] {
  if (pattern.startsWith('/')) return parsePointer(pattern);
  return Array.from(
    pattern.matchAll(SEGMENT),
    ([, double, single, index, key]) =>
      double?.replaceAll(/\\(.)/gs, '$1') ?? single ?? index ?? key!.replaceAll(/\\(.)/gs, '$1'),
  );
}

/** Tells for any path whether one of the patterns names it, or something that it lies in. */
export function pathMatcher(patterns: readonly string[]): (path: ValuesPath) => boolean {
  const matchers = patterns.map((pattern) => segmentMatcher(parsePathPattern(pattern)));
  if (matchers.length === 0) return () => false;
  return (path) => {
    const segments = path.map(String);
    return matchers.some((matches) => matches(segments, true));
  };
}
