import type { Finding } from '../model/finding.ts';
import type { JsonValue } from '../model/json-value.ts';
import type { Source } from '../model/source.ts';
import { readEveryday } from './everyday/read-everyday.ts';
import { loadAnyYaml } from './load-any-yaml.ts';
import { locatedDocument, type YamlDocument } from './located-document.ts';
import { PositionIndex } from './position-index.ts';

export interface LoadedYaml {
  /** Of any type; null for an empty file. Undefined when the file cannot be read: the findings say why. */
  readonly data: JsonValue | undefined;
  /** The data with the place of every key and value. */
  readonly document: YamlDocument | undefined;
  readonly findings: readonly Finding[];
}

/**
 * Reads any YAML or JSON file (`Chart.yaml`, a config file) with the rules by which Helm reads `Chart.yaml`: only the first
 * document counts. Never throws.
 */
export function loadYaml(source: Source, text: string): LoadedYaml {
  const index = new PositionIndex(text.length);
  const everyday = readEveryday(text, index);
  if (everyday === undefined) return loadAnyYaml(source, text);
  const data = everyday.value;
  return { data, document: locatedDocument(source, text, data, index), findings: [] };
}
