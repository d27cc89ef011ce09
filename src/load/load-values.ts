import { isJsonObject } from '../model/json-value.ts';
import type { Source } from '../model/source.ts';
import { endsLastLine } from './ends-last-line.ts';
import { loadAnyValues } from './load-any-values.ts';
import type { LoadOptions } from './load-options.ts';
import type { LoadedValues } from './loaded-values.ts';
import { locatedDocument } from './located-document.ts';
import { PositionIndex } from './position-index.ts';
import { readSimpleYaml } from './simple/read-simple-yaml.ts';

/**
 * Reads a values file as Helm does, by default as Helm 4, with the place of every key and value. An empty file is an empty map. Never throws.
 */
export function loadValues(source: Source, text: string, options: LoadOptions = {}): LoadedValues {
  const index = new PositionIndex(text.length);
  const { value } = readSimpleYaml(text, index, undefined, endsLastLine(options.helmMajor)) ?? {};
  if (value !== null && !isJsonObject(value)) return loadAnyValues(source, text, options);
  return { document: locatedDocument(source, text, value ?? {}, index), findings: [] };
}
