import { LineIndex } from '../model/line-index.ts';
import type { LintResult } from '../model/lint-result.ts';
import type { Source } from '../model/source.ts';

/** Gives the line index of a file, computed when first asked for. */
export function lineIndexes({ sources }: Pick<LintResult, 'sources'>): (source: Source) => LineIndex {
  const indexes = new Map<string, LineIndex>();
  return ({ id }) => {
    let index = indexes.get(id);
    if (index === undefined) {
      index = new LineIndex(sources.get(id) ?? '');
      indexes.set(id, index);
    }
    return index;
  };
}
