import { loadYaml } from '../../../load/load-yaml.ts';
import { NOWHERE } from '../../../model/source.ts';
import { fromJsonValue } from '../../value/from-json-value.ts';
import { GoError } from '../../value/go-error.ts';
import type { GoValue } from '../../value/go-value.ts';
import { readAsGo } from './read/read-as-go.ts';

/** What was read, or the text of Go's error. */
export interface ReadYaml {
  /** Numbers are float64; null for an empty text. */
  readonly value: GoValue;
  readonly problem: string | undefined;
}

/** Most texts are nothing but ASCII, and told apart at once. */
const MAY_BE_ODD = /[^\t\n\r -~]/;
/** Characters of which go-yaml makes something of its own. */
const ODD = /[^\t\n\r -\x7e\xa0-\u2027\u202a-\ufefe\uff00-\ufffd]|(?<![\ud800-\udbff])[\udc80-\udcff]/;
/** A directive, or a document that ends at once. */
const ODD_LINE = /^(?:%|\.\.\.)/m;

/** Whether go-yaml may read something else than the simple reader. */
export function isOdd(text: string): boolean {
  return (MAY_BE_ODD.test(text) && ODD.test(text)) || ODD_LINE.test(text);
}

/** `yaml.Unmarshal` of sigs.k8s.io/yaml into an `interface {}`: the first document of the text. */
export function readYaml(text: string): ReadYaml {
  if (!isOdd(text)) {
    const { data } = loadYaml(NOWHERE, text);
    if (data !== undefined) return { value: fromJsonValue(data), problem: undefined };
  }
  try {
    return { value: readAsGo(text), problem: undefined };
  } catch (error) {
    if (!(error instanceof GoError)) throw error;
    return { value: undefined, problem: error.message };
  }
}
