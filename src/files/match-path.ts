/**
 * Whether the pattern matches the whole path, as Go's `filepath.Match` decides it (`.helmignore`, `helm template -s`): `*` and
 * `?` stop at slashes. Undefined when the pattern is malformed.
 */
export function matchPath(pattern: string, path: string): boolean | undefined {
  return pathPattern(pattern)?.test(path);
}

/** The pattern as a regular expression; undefined when Go finds it malformed. */
export function pathPattern(pattern: string): RegExp | undefined {
  let source = '';
  for (let at = 0; at < pattern.length; ) {
    const char = pattern[at]!;
    if (char === '*') source += '[^/]*';
    else if (char === '?') source += '[^/]';
    else if (char === '[') {
      const set = /^\[(\^?)((?:(?:[^\\\]-]|\\.)(?:-(?:[^\\\]-]|\\.))?)+)\]/su.exec(pattern.slice(at));
      if (set === null) return undefined;
      source += `[${set[1]}${set[2]!.replaceAll(/\\(.)|([[&~|^])/gsu, (_all, escaped, special) => quoted(escaped ?? special))}]`;
      at += set[0].length;
      continue;
    } else if (char === '\\') {
      at += 1;
      if (at === pattern.length) return undefined;
      const [escaped = ''] = pattern.slice(at);
      source += quoted(escaped);
      at += escaped.length;
      continue;
    } else source += quoted(char);
    at += 1;
  }
  try {
    return new RegExp(`^${source}$`, 'su');
  } catch {
    // A range whose ends are in the wrong order.
    return undefined;
  }
}

function quoted(char: string): string {
  return /[\\^$.*+?()[\]{}|/&~-]/.test(char) ? `\\u{${char.charCodeAt(0).toString(16)}}` : char;
}
