import type { MergedValues } from '../model/merged-values.ts';
import type { ValuesPath } from '../model/values-path.ts';
import { writtenText } from './written-text.ts';

/** The number at the path as a file has it, `1.20` for 1.2; undefined where no file writes it. */
export function writtenNumber(values: MergedValues, path: ValuesPath): string | undefined {
  const { span, written } = values.locate(path, 'value');
  const { document } = values.layersSetting(path).at(-1) ?? {};
  if (!written || document === undefined || document.source.id !== span.source.id) return undefined;
  const text = writtenText(document, span);
  return /^[-+]?\.?\d[\w.+-]*$/.test(text) ? text : undefined;
}
