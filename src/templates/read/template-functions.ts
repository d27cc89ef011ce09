import type { ValueUse } from '../../model/template-use.ts';

/** What a template function does with values that it is given, as far as chartlint needs to know. */
export type FunctionEffect =
  /** Uses up its arguments; what it returns is no value any more. */
  | { readonly kind: 'use'; readonly use: ValueUse }
  /** Returns one of its arguments or something that has their keys. */
  | { readonly kind: 'pass' }
  /** Returns an element of its arguments. */
  | { readonly kind: 'element' }
  /** Returns the first of its arguments with the others added as items. */
  | { readonly kind: 'append' }
  /** Adds the keys of the others to its first argument and returns that. */
  | { readonly kind: 'merge' };

const USES: readonly (readonly [ValueUse, string])[] = [
  ['test', 'not empty fail'],
  [
    'compare',
    'eq ne lt le gt ge kindIs kindOf typeIs typeIsLike typeOf len deepEqual semverCompare hasPrefix hasSuffix contains regexMatch mustRegexMatch isAbs',
  ],
  [
    'print',
    'print printf println quote squote toString trim trimAll trimSuffix trimPrefix trunc upper lower title untitle replace cat indent nindent join ' +
      'substr nospace abbrev kebabcase snakecase camelcase urlquery urlJoin html js b32enc sha1sum sha256sum adler32sum htpasswd ' +
      'regexReplaceAll regexReplaceAllLiteral mustRegexReplaceAll regexFind regexFindAll regexSplit split splitList splitn base dir clean ext ' +
      'semver toDate date dateInZone duration ago durationRound plural repeat wrap wrapWith derivePassword genCA genSignedCert genSelfSignedCert lookup',
  ],
  [
    'number',
    'int int64 float64 atoi toDecimal add add1 sub mul div mod max min maxf minf addf subf mulf divf ceil floor round until untilStep seq randAlphaNum randAlpha randNumeric randAscii',
  ],
  [
    'yaml',
    'toYaml mustToYaml toJson mustToJson toPrettyJson mustToPrettyJson toRawJson mustToRawJson toToml toStrings fromYaml fromYamlArray fromJson fromJsonArray',
  ],
  ['encode', 'b64enc'],
  ['other', 'b64dec'],
];

const PASS =
  'default coalesce required ternary and or deepCopy mustDeepCopy omit pick initial mustInitial rest mustRest reverse mustReverse ' +
  'uniq mustUniq compact mustCompact sortAlpha concat slice mustSlice without mustWithout ' +
  'chunk unset';
const APPEND = 'append mustAppend push mustPush prepend mustPrepend';
const MERGE = 'merge mergeOverwrite mustMerge mustMergeOverwrite';
const ELEMENT = 'first mustFirst last mustLast values';

const EFFECTS: ReadonlyMap<string, FunctionEffect> = new Map<string, FunctionEffect>([
  ...USES.flatMap(([use, names]) => names.split(' ').map((name) => [name, { kind: 'use', use }] as const)),
  ...PASS.split(' ').map((name) => [name, { kind: 'pass' }] as const),
  ...APPEND.split(' ').map((name) => [name, { kind: 'append' }] as const),
  ...MERGE.split(' ').map((name) => [name, { kind: 'merge' }] as const),
  ...ELEMENT.split(' ').map((name) => [name, { kind: 'element' }] as const),
]);

/**
 * The effect of a function of Go templates, Sprig or Helm (`pkg/engine/funcs.go`); of one that is not known here, that it
 * may do anything with its arguments.
 */
export function functionEffect(name: string): FunctionEffect {
  return EFFECTS.get(name) ?? { kind: 'use', use: 'other' };
}

/**
 * Prefixes of the named templates in Bitnami's `common` chart, and the values that these read of the chart that calls them.
 * Source: bitnami/charts, `bitnami/common/templates`.
 */
export const BITNAMI_COMMON =
  /^common\.(?:affinities|capabilities|compatibility|errors|images|ingress|labels|names|resources|secrets|storage|tplvalues|utils|validations|warnings)\./;
export const BITNAMI_COMMON_READS = [
  'global',
  'nameOverride',
  'fullnameOverride',
  'namespaceOverride',
  'commonLabels',
  'commonAnnotations',
  'kubeVersion',
  'apiVersions',
  'clusterDomain',
  'diagnosticMode',
];
