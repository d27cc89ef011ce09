import { expandBraces } from '../model/expand-braces.ts';
import { matchPlaceholders, type PatternPart } from './match-placeholders.ts';

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
    const found = matchPlaceholders(partsOf(choice), text);
    if (found !== undefined) return Object.fromEntries(found);
  }
  return undefined;
}

function partsOf(glob: string): PatternPart[] {
  const parts = Array.from(
    glob.replace(/^\.\//, '').matchAll(/\uE001(\w+)\uE002|\*\*\/|\*\*|\*|\?|[^\uE001*?]+|\uE001/g),
    ([piece, name]): PatternPart => {
      if (name !== undefined) return { is: 'name', name };
      if (piece === '**/') return { is: 'folders' };
      if (piece === '**') return { is: 'any' };
      if (piece === '*') return { is: 'some' };
      return piece === '?' ? { is: 'one' } : { is: 'text', text: piece };
    },
  );
  return glob.includes('/') ? parts : [{ is: 'folders' }, ...parts];
}
