import { LineIndex } from '../model/line-index.ts';
import type { LintResult } from '../model/lint-result.ts';

/** Gives the line index of a file, computed when first asked for. */
export function lineIndexes({ sources }: Pick<LintResult, 'sources'>): (file: string) => LineIndex {
  const indexes = new Map<string, LineIndex>();
  return (file) => {
    let index = indexes.get(file);
    if (index === undefined) {
      index = new LineIndex(sources.get(file) ?? '');
      indexes.set(file, index);
    }
    return index;
  };
}
