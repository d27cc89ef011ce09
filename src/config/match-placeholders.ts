/** What a pattern is made of: text, a placeholder, `?`, `*`, `**`, `**` with its slash. */
export type PatternPart =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'name'; readonly name: string }
  | { readonly is: 'one' }
  | { readonly is: 'some' }
  | { readonly is: 'any' }
  | { readonly is: 'folders' };

/** The pattern may come from a stranger: more parts, or more ways to try them, than anybody needs match nothing. */
const MOST_PARTS = 200;
const MOST_WAYS = 100_000;

/** Where the text of each placeholder lies. */
type Found = ReadonlyMap<string, string>;

/**
 * What the placeholders stand for in a text that matches the parts, or lies below what matches; undefined when it does not. `*` takes as much
 * as it can and a placeholder as little. A name that comes again stands for the same text; each part is tried once at each place for
 * what such names stand for.
 */
export function matchPlaceholders(parts: readonly PatternPart[], text: string): Found | undefined {
  if (parts.length > MOST_PARTS) return undefined;
  const names = parts.flatMap((part) => (part.is === 'name' ? [part.name] : []));
  const repeated = new Set(names.filter((name, i) => names.indexOf(name) !== i));
  const failed = new Set<string>();
  let work = 0;

  const matchFrom = (i: number, at: number, bound: Found): Found | undefined => {
    const part = parts[i];
    if (part === undefined) return at === text.length || text[at] === '/' ? bound : undefined;
    const known = [...repeated].map((name) => bound.get(name) ?? '');
    const key = JSON.stringify([i, at, ...known]);
    if (failed.has(key) || work++ > MOST_WAYS) return undefined;
    for (const end of endsOf(part, at, bound)) {
      const next = part.is === 'name' ? new Map(bound).set(part.name, text.slice(at, end)) : bound;
      const found = matchFrom(i + 1, end, next);
      if (found !== undefined) return found;
    }
    failed.add(key);
    return undefined;
  };

  function* endsOf(part: PatternPart, at: number, bound: Found): Iterable<number> {
    const slash = text.indexOf('/', at);
    const endOfName = slash === -1 ? text.length : slash;
    if (part.is === 'text') {
      if (text.startsWith(part.text, at)) yield at + part.text.length;
    } else if (part.is === 'one') {
      if (at < endOfName) yield at + 1;
    } else if (part.is === 'some') for (let end = endOfName; end >= at; end--) yield end;
    else if (part.is === 'any') for (let end = text.length; end >= at; end--) yield end;
    else if (part.is === 'folders') {
      for (let end = text.length; end > at; end--) if (text[end - 1] === '/') yield end;
      yield at;
    } else {
      const before = bound.get(part.name);
      if (before === undefined) for (let end = at + 1; end <= endOfName; end++) yield end;
      else if (text.startsWith(before, at)) yield at + before.length;
    }
  }

  return matchFrom(0, 0, new Map());
}
