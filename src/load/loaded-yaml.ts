import type { Finding } from '../model/finding.ts';
import type { JsonValue } from '../model/json-value.ts';
import type { YamlDocument } from './located-document.ts';

/** A YAML or JSON file as it was read. */
export interface LoadedYaml {
  /** Of any type; null for an empty file. Undefined when the file cannot be read: the findings say why. */
  readonly data: JsonValue | undefined;
  /** The data with the place of every key and value. */
  readonly document: YamlDocument | undefined;
  readonly findings: readonly Finding[];
}
