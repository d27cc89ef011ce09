import { matchesWildcard, type WildcardPart } from '../model/wildcard.ts';

/**
 * Whether the pattern matches the whole path, as Go's `filepath.Match` decides it (`.helmignore`, `helm template -s`): `*` and
 * `?` stop at slashes. Undefined when the pattern is malformed.
 */
export function matchPath(pattern: string, path: string): boolean | undefined {
  return pathPattern(pattern)?.test(path);
}

/** The pattern, to be asked about whole paths; undefined when Go finds it malformed. */
export function pathPattern(pattern: string): { test(path: string): boolean } | undefined {
  const parts: WildcardPart[] = [];
  const one = (passes: WildcardPart['passes'], isMany = false) => parts.push({ isMany, passes });
  const isNoSlash = (character: string): boolean => character !== '/';
  for (let at = 0; at < pattern.length; ) {
    const char = pattern[at]!;
    if (char === '*') one(isNoSlash, true);
    else if (char === '?') one(isNoSlash);
    else if (char === '[') {
      const set = /^\[(\^?)((?:(?:[^\\\]-]|\\.)(?:-(?:[^\\\]-]|\\.))?)+)\]/su.exec(pattern.slice(at));
      if (set === null) return undefined;
      const quotedSet = set[2]!.replaceAll(/\\(.)|([[&~|^])/gsu, (_all, escaped, special) =>
        quoted(escaped ?? special),
      );
      const expression = expressionOf(`^[${set[1]}${quotedSet}]$`);
      if (expression === undefined) return undefined;
      one((character) => expression.test(character));
      at += set[0].length;
      continue;
    } else if (char === '\\') {
      at += 1;
      if (at === pattern.length) return undefined;
      const [escaped = ''] = pattern.slice(at);
      one((character) => character === escaped);
      at += escaped.length;
      continue;
    } else {
      const [character = ''] = pattern.slice(at, at + 2);
      one((given) => given === character);
      at += character.length;
      continue;
    }
    at += 1;
  }
  return { test: (path) => matchesWildcard(parts, path) };
}

function expressionOf(source: string): RegExp | undefined {
  try {
    return new RegExp(source, 'su');
  } catch {
    // A range whose ends are in the wrong order.
    return undefined;
  }
}

function quoted(char: string): string {
  return /[\\^$.*+?()[\]{}|/&~-]/.test(char) ? `\\u{${char.charCodeAt(0).toString(16)}}` : char;
}
