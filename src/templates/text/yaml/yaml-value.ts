import type { GoValue } from '../../value/go-value.ts';
import { goInt, goList, goMap } from '../../value/make-value.ts';
import { bytesOf } from '../../value/utf8.ts';
import { asPlain, type PlainValue } from '../json/as-plain.ts';
import type { YamlDialect } from './yaml-dialect.ts';

/**
 * What YAML writes in the place of the value. `toYaml` writes what JSON would; go-yaml v3 knows no tags of JSON: fields go by
 * their names in lower case, nil lists and maps are empty, bytes are a list of numbers.
 */
export function yamlValue(value: GoValue, { version }: YamlDialect): PlainValue {
  if (version === 2 || typeof value !== 'object' || value === null) return asPlain(value);
  switch (value.go) {
    case 'bytes':
      return goList(
        Array.from(bytesOf(value.text), (byte) => goInt(byte, 'uint8')),
        'uint8',
      );
    case 'object': {
      const plain = value.plain?.();
      if (typeof plain === 'string' || value.fields === undefined) return asPlain(plain ?? value);
      return goMap(new Map(Array.from(value.fields, ([name, field]) => [name.toLowerCase(), field])));
    }
    default:
      return value;
  }
}
