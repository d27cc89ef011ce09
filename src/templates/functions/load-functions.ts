import type { GoFunction } from '../value/go-value.ts';
import { goBuiltins } from './builtins/go-builtins.ts';
import { DATE_FUNCTIONS } from './dates/date-functions.ts';
import { DECISION_FUNCTIONS } from './decisions/decision-functions.ts';
import { STOP_FUNCTIONS } from './decisions/stop-functions.ts';
import { TYPE_FUNCTIONS } from './decisions/type-functions.ts';
import { JSON_FUNCTIONS } from './json-functions.ts';
import { LIST_FUNCTIONS } from './lists/list-functions.ts';
import { SEARCH_FUNCTIONS } from './lists/search-functions.ts';
import { dig } from './maps/dig.ts';
import { MAP_FUNCTIONS } from './maps/map-functions.ts';
import { MERGE_FUNCTIONS } from './maps/merge-functions.ts';
import { FLOAT_FUNCTIONS } from './numbers/float-functions.ts';
import { INTEGER_FUNCTIONS } from './numbers/integer-functions.ts';
import { SEQUENCE_FUNCTIONS } from './numbers/sequence-functions.ts';
import { PRINT_FUNCTIONS } from './print-functions.ts';
import { type FunctionRegistry, functionRegistry } from './registry.ts';
import { CERTIFICATE_FUNCTIONS } from './secrets/certificate-functions.ts';
import { RANDOM_FUNCTIONS } from './secrets/random-functions.ts';
import { CASE_FUNCTIONS } from './strings/case-functions.ts';
import { CUT_FUNCTIONS } from './strings/cut-functions.ts';
import { ENCODING_FUNCTIONS } from './strings/encoding-functions.ts';
import { LAYOUT_FUNCTIONS } from './strings/layout-functions.ts';
import { QUOTE_FUNCTIONS } from './strings/quote-functions.ts';
import { SPLIT_FUNCTIONS } from './strings/split-functions.ts';
import { TRIM_FUNCTIONS } from './strings/trim-functions.ts';
import { HELM_4_TOML_FUNCTIONS, TOML_FUNCTIONS } from './toml-functions.ts';
import { VERSION_FUNCTIONS } from './versions/version-functions.ts';
import { PATH_FUNCTIONS } from './web/path-functions.ts';
import { URL_FUNCTIONS } from './web/url-functions.ts';
import { HELM_4_YAML_FUNCTIONS, YAML_FUNCTIONS } from './yaml-functions.ts';

const COMMON: readonly (readonly GoFunction[])[] = [
  goBuiltins,
  PRINT_FUNCTIONS,
  CASE_FUNCTIONS,
  CUT_FUNCTIONS,
  ENCODING_FUNCTIONS,
  LAYOUT_FUNCTIONS,
  QUOTE_FUNCTIONS,
  SPLIT_FUNCTIONS,
  TRIM_FUNCTIONS,
  LIST_FUNCTIONS,
  SEARCH_FUNCTIONS,
  MAP_FUNCTIONS,
  MERGE_FUNCTIONS,
  [dig],
  INTEGER_FUNCTIONS,
  FLOAT_FUNCTIONS,
  SEQUENCE_FUNCTIONS,
  DATE_FUNCTIONS,
  DECISION_FUNCTIONS,
  TYPE_FUNCTIONS,
  VERSION_FUNCTIONS,
  PATH_FUNCTIONS,
  URL_FUNCTIONS,
  RANDOM_FUNCTIONS,
  CERTIFICATE_FUNCTIONS,
  JSON_FUNCTIONS,
  YAML_FUNCTIONS,
  TOML_FUNCTIONS,
  STOP_FUNCTIONS,
];

/** Functions that bring a library along, by a pattern for their names. */
const HEAVY: readonly (readonly [name: RegExp, load: () => Promise<readonly GoFunction[]>])[] = [
  [/[rR]egex/, async () => (await import('./patterns/pattern-functions.ts')).patternFunctions()],
  [/sum\b/, async () => (await import('./secrets/hash-functions.ts')).HASH_FUNCTIONS],
  [/AES|derivePassword/, async () => (await import('./secrets/password-functions.ts')).PASSWORD_FUNCTIONS],
  [/fromToml/, async () => [(await import('./from-toml-function.ts')).FROM_TOML]],
];

/**
 * All functions that templates of this Helm have, but for `include` and `tpl`, which belong to the rendering. Functions that
 * bring a library along are only there when one of the texts can call them: give every text that is a template, or that
 * `tpl` could be given.
 */
export async function loadFunctions(helm: 3 | 4, texts: readonly string[]): Promise<FunctionRegistry> {
  const heavy = await Promise.all(
    HEAVY.filter(([name]) => texts.some((text) => name.test(text))).map(([, load]) => load()),
  );
  const four = helm === 4 ? [HELM_4_YAML_FUNCTIONS, HELM_4_TOML_FUNCTIONS] : [];
  return functionRegistry([...COMMON, ...four, ...heavy]);
}
