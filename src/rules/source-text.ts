import type { EntryPart } from '../model/entry-part.ts';
import type { Release } from '../model/release.ts';
import type { ValuesPath } from '../model/values-path.ts';

/**
 * The YAML source of a value or key in the file that wins: with quotes, without anchor and tag. Undefined when no linted
 * file writes it: it is a default of the chart, or a flag, whose values Helm types by other rules.
 */
export function sourceText(
  release: Release,
  path: ValuesPath,
  part: EntryPart = 'value',
): string | undefined {
  const { span, written } = release.values.locate(path, part);
  if (!written || !release.files.some(({ id }) => id === span.source.id)) return undefined;
  const layer = release.values.layers.find(({ document }) => document?.source.id === span.source.id);
  return layer?.document?.text.slice(span.start, span.end);
}
