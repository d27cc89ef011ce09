import type { ValuesPath } from '../model/values-path.ts';
import type { MergedLayers } from './merged-layers.ts';

/**
 * The integer that a `--set` flag wrote at a path of the effective values, with all of its digits; undefined for all other
 * values. Helm keeps int64 of flags, and float64 of files and `--set-json` (`typedVal` in `pkg/strvals/parser.go`).
 */
export function flagInteger(values: MergedLayers, path: ValuesPath): bigint | undefined {
  const source = values.sourcesSetting(path).at(-1);
  const document = source?.layer.document;
  if (source?.layer.kind !== 'set' || document === undefined) return undefined;
  const { start, end } = document.locate(source.at, 'value');
  const written = document.text.slice(start, end);
  return /^[+-]?\d+$/.test(written) ? BigInt(written) : undefined;
}
