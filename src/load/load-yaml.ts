import type { Source } from '../model/source.ts';
import { loadAnyYaml } from './load-any-yaml.ts';
import type { LoadedYaml } from './loaded-yaml.ts';
import { locatedDocument } from './located-document.ts';
import { PositionIndex } from './position-index.ts';
import { readSimpleYaml } from './simple/read-simple-yaml.ts';

/**
 * Reads any YAML or JSON file (`Chart.yaml`, a config file) with the rules by which Helm reads `Chart.yaml`: only the first
 * document counts. Never throws.
 */
export function loadYaml(source: Source, text: string): LoadedYaml {
  const index = new PositionIndex(text.length);
  const simple = readSimpleYaml(text, index);
  if (simple === undefined) return loadAnyYaml(source, text);
  const data = simple.value;
  return { data, document: locatedDocument(source, text, data, index), findings: [] };
}
