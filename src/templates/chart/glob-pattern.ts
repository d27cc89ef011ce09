import { boundedPattern } from '../../patterns/bounded-pattern.ts';
import { BudgetSpent } from '../render/budget.ts';

/**
 * A pattern of `.Files.Glob` as a regular expression for whole paths: github.com/gobwas/glob with `/` between names. `*` and
 * `?` stop at slashes, `**` does not; `[abc]`, `[!a-z]` and `{a,b}` nest no further than there. What is malformed matches
 * every path, as in Helm (`pkg/engine/files.go`).
 * Its `test` throws a BudgetSpent where an answer takes too long.
 */
export function globPattern(pattern: string): { test(path: string): boolean } {
  const source = translated(pattern);
  if (source === undefined) return /^/;
  const bounded = boundedPattern(new RegExp(`^(?:${source})$`, 'su'));
  return {
    test: (path) => {
      const matches = bounded.test(path);
      if (matches === undefined)
        throw new BudgetSpent(
          'the templates match patterns that take more work than chartlint allows (limit "patternWork")',
        );
      return matches;
    },
  };
}

function translated(pattern: string): string | undefined {
  let source = '';
  let depth = 0;
  for (let at = 0; at < pattern.length; ) {
    const rest = pattern.slice(at);
    const [token = ''] = /^(?:\*+|\[!?(?:[^\\\]]|\\.)*\]|\\.|.)/su.exec(rest) ?? [];
    at += token.length;
    if (token === '*') source += '[^/]*';
    else if (token.startsWith('**')) source += '.*';
    else if (token === '?') source += '[^/]';
    else if (token === '{') {
      depth += 1;
      source += '(?:';
    } else if (token === '}' && depth > 0) {
      depth -= 1;
      source += ')';
    } else if (token === ',' && depth > 0) source += '|';
    else if (token.startsWith('[')) {
      const set = characterSet(token);
      if (set === undefined) return undefined;
      source += set;
    } else if (token === '\\') return undefined;
    else source += quoted(token.replace(/^\\/, ''));
  }
  return depth === 0 ? source : undefined;
}

function characterSet(token: string): string | undefined {
  if (token === '[') return undefined;
  const negated = token.startsWith('[!');
  const body = token.slice(negated ? 2 : 1, -1).replaceAll(/\\(.)/gsu, '$1');
  if (body === '') return undefined;
  const range = /^(.)-(.)$/su.exec(body);
  if (range !== null) {
    if (range[1]! > range[2]!) return undefined;
    return `[${negated ? '^' : ''}${quoted(range[1]!)}-${quoted(range[2]!)}]`;
  }
  return `[${negated ? '^' : ''}${Array.from(body, quoted).join('')}]`;
}

function quoted(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, (special) => `\\u{${special.charCodeAt(0).toString(16)}}`);
}
