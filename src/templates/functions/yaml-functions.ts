import type { EntryMark } from '../text/entry-mark.ts';
import { entryOrigins } from '../text/entry-origins.ts';
import { jsonTypeName } from '../text/json/read-json.ts';
import { readYaml } from '../text/yaml/read-yaml.ts';
import { writeYaml } from '../text/yaml/write-yaml.ts';
import { YAML_2, YAML_3, type YamlDialect } from '../text/yaml/yaml-dialect.ts';
import { GoError } from '../value/go-error.ts';
import type { GoFunction, GoValue } from '../value/go-value.ts';
import { goList, goMap, isList, isMap } from '../value/make-value.ts';
import { readingFunction } from './reading-function.ts';

/** Errors stop the template, or give an empty text. */
function writing(name: string, dialect: YamlDialect, isStrict: boolean): GoFunction {
  return {
    name,
    params: ['interface {}'],
    result: 'string',
    call([value], context) {
      const text = written(value, dialect, isStrict);
      context.spend(text.length);
      return text;
    },
    origin({ args: [value], origins: [own], result }) {
      const marks: EntryMark[] = [];
      written(value, dialect, isStrict, (mark) => marks.push(mark));
      return entryOrigins(result as string, value, own, result === '' ? [] : marks);
    },
  };
}

/** Without the newline at the end. */
function written(
  value: GoValue,
  dialect: YamlDialect,
  isStrict: boolean,
  onEntry?: (mark: EntryMark) => void,
): string {
  try {
    return writeYaml(value, dialect, onEntry).replace(/\n$/, '');
  } catch (error) {
    if (isStrict || !(error instanceof GoError)) throw error;
    return '';
  }
}

/** What could be read, and what could not, under the key `Error`. */
function fromYaml(text: string): GoValue {
  const { value, problem } = readYaml(text);
  if (isMap(value)) return value;
  const wrong = problem ?? (value === null ? undefined : mismatch(value, 'map[string]interface {}'));
  return goMap(new Map(wrong === undefined ? [] : [['Error', wrong]]));
}

function fromYamlArray(text: string): GoValue {
  const { value, problem } = readYaml(text);
  if (isList(value)) return value;
  const wrong = problem ?? (value === null ? undefined : mismatch(value, '[]interface {}'));
  return goList(wrong === undefined ? [] : [wrong]);
}

function mismatch(value: GoValue, wanted: string): string {
  const found = jsonTypeName(value);
  return `error unmarshaling JSON: while decoding JSON: json: cannot unmarshal ${found} into Go value of type ${wanted}`;
}

/** YAML as Helm writes and reads it. */
export const YAML_FUNCTIONS: readonly GoFunction[] = [
  writing('toYaml', YAML_2, false),
  writing('toYamlPretty', YAML_3, false),
  readingFunction('fromYaml', 'map[string]interface {}', fromYaml),
  readingFunction('fromYamlArray', '[]interface {}', fromYamlArray),
];

/** What only Helm 4 has. */
export const HELM_4_YAML_FUNCTIONS: readonly GoFunction[] = [writing('mustToYaml', YAML_2, true)];
