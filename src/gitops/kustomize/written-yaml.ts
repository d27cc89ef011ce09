import type { YamlDocument } from '../../load/located-document.ts';
import type { JsonValue } from '../../model/json-value.ts';
import type { Written } from './written.ts';

/** A YAML document as a build takes it. */
export function writtenYaml<Data extends JsonValue>(document: YamlDocument<Data>): Written<Data> {
  return {
    data: document.data,
    locate: (path, part) => document.locate(path, part),
    written: (path) => {
      const { start, end } = document.locate(path, 'value');
      return document.text.slice(start, end);
    },
  };
}
