import { loadYaml } from '../../../load/load-yaml.ts';
import { NOWHERE } from '../../../model/source.ts';
import { fromJsonValue } from '../../value/from-json-value.ts';
import type { GoValue } from '../../value/go-value.ts';

/** What was read, or the text of Go's error. */
export interface ReadYaml {
  /** Numbers are float64; null for an empty text. */
  readonly value: GoValue;
  readonly problem: string | undefined;
}

/** `yaml.Unmarshal` of sigs.k8s.io/yaml into an `interface {}`: the first document of the text. */
export function readYaml(text: string): ReadYaml {
  const { data, findings } = loadYaml(NOWHERE, text);
  if (data !== undefined) return { value: fromJsonValue(data), problem: undefined };
  return { value: undefined, problem: `error converting YAML to JSON: yaml: ${findings[0]?.message ?? ''}` };
}
