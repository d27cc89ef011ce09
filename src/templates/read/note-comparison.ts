import { ANY, type ReferenceTree } from './reference-tree.ts';
import type { TemplateValue } from './template-value.ts';

/** Those that compare with whole words; `has` with those of a list. */
const WORDS = new Set(['eq', 'ne', 'has']);
/** Those that look for a part of a text, or for more than one. */
const PATTERNS = new Set([
  'regexMatch',
  'mustRegexMatch',
  'hasPrefix',
  'hasSuffix',
  'contains',
  'semverCompare',
]);

/** Notes which words the values among the arguments of a function are compared with. */
export function noteComparison(tree: ReferenceTree, name: string, args: readonly TemplateValue[]): void {
  const isWord = WORDS.has(name);
  if (!isWord && !PATTERNS.has(name)) return;
  for (const [i, argument] of args.entries()) {
    for (const meaning of argument) {
      if (meaning.kind !== 'path') continue;
      const others = args
        .filter((_, at) => at !== i)
        .flatMap((other) => (name === 'has' ? itemsOf(other) : other));
      for (const other of others)
        tree.compare(meaning.path, isWord && other.kind === 'text' ? other.text : ANY);
    }
  }
}

function itemsOf(value: TemplateValue): TemplateValue {
  return value.flatMap((meaning) => (meaning.kind === 'list' ? meaning.items.flat() : [meaning]));
}
