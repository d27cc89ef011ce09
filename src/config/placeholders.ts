import { expandBraces } from '../model/expand-braces.ts';

/** What placeholders of a pattern stand for: `{name}` in `environments/*\/{name}/values.yaml`. */
export type Bindings = Readonly<Record<string, string>>;

const PLACEHOLDER = /\{([A-Za-z_]\w*)\}/g;
/** Stand around the name of a placeholder while braces that are choices are expanded. */
const [OPEN, CLOSE] = ['\uE001', '\uE002'];

/** Whether a text has placeholders. */
export function hasPlaceholders(text: string): boolean {
  return text.search(PLACEHOLDER) !== -1;
}

/** The pattern as a glob: each placeholder is any part of one name. */
export function asGlob(pattern: string): string {
  return pattern.replace(PLACEHOLDER, '*');
}

/** The text with what the placeholders stand for; one that nothing is known of stays. */
export function filled(text: string, bindings: Bindings): string {
  return text.replace(PLACEHOLDER, (whole, name: string) =>
    Object.hasOwn(bindings, name) ? bindings[name]! : whole,
  );
}

/** What the placeholders stand for in a path (or another text with slashes) that the glob names; undefined when it does not. */
export function bindingsIn(pattern: string, text: string): Bindings | undefined {
  const kept = pattern.replace(PLACEHOLDER, `${OPEN}$1${CLOSE}`);
  for (const choice of expandBraces(kept) ?? []) {
    const found = matcher(choice).exec(text);
    if (found !== null) return { ...found.groups };
  }
  return undefined;
}

function matcher(glob: string): RegExp {
  const anchored = glob.replace(/^\.\//, '');
  const seen = new Set<string>();
  const body = anchored.replace(/\uE001(\w+)\uE002|\*\*\/|\*\*|\*|\?|[^\w/]/g, (part, name?: string) => {
    if (name !== undefined) {
      const again = seen.has(name);
      seen.add(name);
      return again ? `\\k<${name}>` : `(?<${name}>[^/]+?)`;
    }
    if (part === '**/') return '(?:[^/]+/)*';
    if (part === '**') return '.*';
    if (part === '*') return '[^/]*';
    return part === '?' ? '[^/]' : `\\${part}`;
  });
  return new RegExp(`^${glob.includes('/') ? '' : '(?:.*/)?'}${body}(?:/.*)?$`);
}
