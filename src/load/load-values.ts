import type { Finding } from '../model/finding.ts';
import { isJsonObject } from '../model/json-value.ts';
import type { Source } from '../model/source.ts';
import type { ValuesDocument } from '../model/values-document.ts';
import { readEveryday } from './everyday/read-everyday.ts';
import { loadAnyValues } from './load-any-values.ts';
import { locatedDocument } from './located-document.ts';
import { PositionIndex } from './position-index.ts';

export interface LoadedValues {
  /** Undefined when Helm refuses the file; the findings then hold an error that says why. */
  readonly document: ValuesDocument | undefined;
  readonly findings: readonly Finding[];
}

export interface LoadOptions {
  /**
   * The major version of the Helm that will read the file, when it is known: Helm 3 reads only the first YAML document of
   * a file, Helm 4 merges them all.
   */
  readonly helmMajor?: number | undefined;
}

/**
 * Reads a values file as Helm does, by default as Helm 4, with the place of every key and value. An empty file is an empty map. Never throws.
 */
export function loadValues(source: Source, text: string, options: LoadOptions = {}): LoadedValues {
  const index = new PositionIndex(text.length);
  const { value } = readEveryday(text, index) ?? {};
  if (value !== null && !isJsonObject(value)) return loadAnyValues(source, text, options);
  return { document: locatedDocument(source, text, value ?? {}, index), findings: [] };
}
