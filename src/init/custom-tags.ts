const TAG = /^(?:[^#'"\n]*?[:-]|\s*)\s(![A-Za-z][\w/.-]*)[ \t]*(\S?)/gm;

/** The tags of their own that values files use, as `yaml.customTags` wants them: `!vault scalar`, `!merge mapping`. */
export function customTags(texts: readonly string[]): string[] {
  const found = new Set<string>();
  for (const text of texts) {
    for (const [, tag = '', next = ''] of text.matchAll(TAG)) found.add(`${tag} ${kindOf(next)}`);
  }
  return [...found].sort();
}

function kindOf(next: string): string {
  if (next === '[') return 'sequence';
  return next === '{' || next === '' || next === '#' ? 'mapping' : 'scalar';
}
