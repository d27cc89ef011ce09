import type { YamlDocument } from '../../load/located-document.ts';
import type { JsonValue } from '../../model/json-value.ts';
import type { Placed } from './placed.ts';

/** A YAML document as a build takes it. */
export function placedYaml<Data extends JsonValue>(document: YamlDocument<Data>): Placed<Data> {
  return {
    data: document.data,
    locate: (path, part) => document.locate(path, part),
    written: (path) => {
      const { start, end } = document.locate(path, 'value');
      return document.text.slice(start, end);
    },
  };
}
