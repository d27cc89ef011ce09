import { RE2JS, RE2JSException, RE2JSSyntaxException } from 're2js';
import { isBrokenByte } from '../strings/runes.ts';

/** Where a match and its groups are: pairs of UTF-16 offsets, -1 for a group that took no part. */
export type Match = readonly number[];

/** A compiled pattern, with the searches of Go's regexp. */
export interface GoPattern {
  readonly source: string;
  /** Numbers of groups by name; Go lets several have the same. */
  readonly names: ReadonlyMap<string, readonly number[]>;
  test(text: string): boolean;
  /** The first match that starts at the offset or later. */
  find(text: string, from: number): Match | undefined;
}

/** The pattern, or what Go says about a wrong one: ``error parsing regexp: missing closing ): `(` ``. */
export function compilePattern(source: string): GoPattern | string {
  const broken = Array.from(source).findIndex(isBrokenByte);
  if (broken !== -1) {
    return `error parsing regexp: invalid UTF-8: \`${Array.from(source).slice(broken).join('')}\``;
  }
  const { renamed, names } = uniqueNames(source);
  let compiled: RE2JS;
  try {
    compiled = RE2JS.compile(renamed);
  } catch (error) {
    if (!(error instanceof RE2JSException)) throw error;
    const isSyntax = error instanceof RE2JSSyntaxException;
    const description = isSyntax ? error.getDescription() : error.message;
    let part = (isSyntax && error.getPattern()) || '';
    for (const [unique, name] of names) part = part.replace(`<${unique}>`, `<${name}>`);
    return `error parsing regexp: ${description}: \`${part}\``;
  }
  const groups = compiled.groupCount() + 1;
  return {
    source,
    names: numbersByName(compiled.namedGroups(), names),
    test: (text) => compiled.test(text),
    find: (text, from) => {
      const matcher = compiled.matcher(text);
      if (!matcher.find(from)) return undefined;
      return Array.from({ length: groups }, (_, i) => [matcher.start(i), matcher.end(i)]).flat();
    },
  };
}

/** Gives groups that have a name that is taken another one, because Go allows it and the library does not. */
function uniqueNames(source: string): { renamed: string; names: ReadonlyMap<string, string> } {
  const names = new Map<string, string>();
  const renamed = source.replaceAll(
    /\\[\s\S]|\(\?(P?)<(\w+)>/g,
    (all, p: string | undefined, name: string | undefined) => {
      if (name === undefined) return all;
      const unique = names.has(name) ? `${name}_${names.size}_${source.length}` : name;
      names.set(unique, name);
      return `(?${p}<${unique}>`;
    },
  );
  return { renamed, names };
}

function numbersByName(
  groups: Record<string, number>,
  names: ReadonlyMap<string, string>,
): Map<string, number[]> {
  const numbers = new Map<string, number[]>();
  for (const [unique, number] of Object.entries(groups)) {
    const name = names.get(unique) ?? unique;
    numbers.set(
      name,
      [...(numbers.get(name) ?? []), number].sort((a, b) => a - b),
    );
  }
  return numbers;
}

/** All matches as Go's `FindAll` counts them: an empty one right behind another does not count. Fewer than `count`, unless that is negative. */
export function findAll(pattern: GoPattern, text: string, count: number): Match[] {
  const found: Match[] = [];
  let before = -1;
  for (let at = 0; at <= text.length && (count < 0 || found.length < count); ) {
    const match = pattern.find(text, at);
    if (match === undefined) break;
    const [start, end] = match as [number, number];
    if (end !== at) at = end;
    else at += widthAt(text, at) || 1;
    if (start !== end || start !== before) found.push(match);
    before = end;
  }
  return found;
}

/** The matches that Go's `ReplaceAll` replaces. */
export function findReplaced(pattern: GoPattern, text: string): Match[] {
  const found: Match[] = [];
  let last = 0;
  for (let at = 0; at <= text.length; ) {
    const match = pattern.find(text, at);
    if (match === undefined) break;
    const [start, end] = match as [number, number];
    if (end > last || start === 0) found.push(match);
    last = end;
    const width = widthAt(text, at);
    at = at + width > end ? at + width : at + 1 > end ? at + 1 : end;
  }
  return found;
}

/** Number of code units of the rune there; 0 at the end. */
function widthAt(text: string, at: number): number {
  const code = text.codePointAt(at);
  return code === undefined ? 0 : code > 0xffff ? 2 : 1;
}
