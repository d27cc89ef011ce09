/** What a schema can find wrong with values, whoever's schema it is. */
export type SchemaCheckName =
  | 'type'
  | 'required'
  | 'dependencies'
  | 'unknown-key'
  | 'enum'
  | 'const'
  | 'pattern'
  | 'format'
  | 'minimum'
  | 'maximum'
  | 'multiple-of'
  | 'min-length'
  | 'max-length'
  | 'min-items'
  | 'max-items'
  | 'unique-items'
  | 'contains'
  | 'min-properties'
  | 'max-properties'
  | 'property-names'
  | 'any-of'
  | 'one-of'
  | 'forbidden'
  | 'not'
  | 'invalid'
  | 'unresolved-reference';

/** What only charts have: subcharts, annotations, files that Helm ignores. */
type ChartSchemaCheckName =
  | 'forbidden-global'
  | 'rejects-global'
  | 'misplaced-property'
  | 'wrong-annotation'
  | 'lacks-key'
  | 'yaml-ignored';

export type SchemaCheckId = `schema/${SchemaCheckName | ChartSchemaCheckName}`;

/** About the configuration: the run ends with exit code 2. */
export type ConfigCheckId =
  | `config/${SchemaCheckName}`
  | 'config/syntax'
  | 'config/unknown-rule'
  | 'config/unknown-preset'
  | 'config/plugin';

export type YamlCheckId =
  | 'yaml/syntax'
  | 'yaml/not-text'
  | 'yaml/not-a-map'
  | 'yaml/duplicate-key'
  | 'yaml/merge-overwrites-key'
  | 'yaml/merge-not-a-map'
  | 'yaml/unknown-anchor'
  | 'yaml/recursive-alias'
  | 'yaml/excessive-aliasing'
  | 'yaml/tag-mismatch'
  | 'yaml/not-finite'
  | 'yaml/unusable-key'
  | 'yaml/several-documents'
  | 'yaml/ignored-text';

export type EngineCheckId =
  | 'chart/unknown'
  | 'chart/other-version'
  | 'files/passed-over'
  | 'files/unreadable'
  | 'chart/unreadable'
  | 'chart/limit'
  | 'chart/failed'
  | 'chart/missing-dependency'
  | 'chart/unknown-dependency-field'
  | 'flag/set'
  | 'merge/subchart-not-a-map'
  | 'merge/table-replaced-by-value'
  | 'merge/value-replaced-by-table'
  | 'merge/condition-not-boolean'
  | 'merge/condition-unset'
  | 'merge/condition-shadowed'
  | 'merge/tag-not-boolean'
  | 'merge/import-not-a-table'
  | 'merge/null-keeps-default'
  | 'merge/import-shadowed'
  | 'suppression/unused'
  | 'suppression/unknown-rule'
  | 'suppression/unknown-comment'
  | 'suppression/missing-reason'
  | 'baseline/stale'
  | 'rule/failed'
  | 'rule/limit';

export type TemplateCheckId = 'template/stops' | 'template/breaks-yaml' | 'template/unreadable';

/** Where what belongs to a chart says different things. */
export type DriftCheckId =
  | 'drift/readme-unknown-key'
  | 'drift/readme-default'
  | 'drift/readme-type'
  | 'drift/readme-missing-key'
  | 'drift/schema-default'
  | 'drift/schema-unused-key'
  | 'drift/undefined-value';

/** What the types of Kubernetes' fields, the life of its APIs, and several manifests together decide. */
export type KubernetesCheckName =
  | 'unknown-field'
  | 'wrong-type'
  | 'wrong-word'
  | 'wrong-format'
  | 'quantity'
  | 'missing-field'
  | 'duplicate-item'
  | 'removed-api'
  | 'later-api'
  | 'unknown-api'
  | 'deprecated-api'
  | 'target-port-name'
  | 'backend-port';

/** What is wrong with a manifest that holds releases, whichever tool it is for. */
export type GitopsCheckName =
  | 'values-not-a-map'
  | 'unknown-field'
  | 'missing-key'
  | 'missing-source'
  | 'other-namespace'
  | 'hashed-name'
  | 'set-twice'
  | 'chart-twice'
  | 'open-version'
  | 'key-not-text'
  | 'values-not-text'
  | 'set-type'
  | 'set-empty'
  | 'set-comma'
  | 'files-not-read'
  | 'missing-file'
  | 'outside-root'
  | 'unknown-word'
  | 'no-effect'
  | 'null-keeps-default'
  | 'patch-refused'
  | 'patch-matches-nothing'
  | 'generator'
  | 'ignored-values'
  | 'ref'
  | 'parameter-not-text'
  | 'parameter-list'
  | 'parameter-dollar'
  | 'restarted-list'
  | 'filled-in-later'
  | 'values-not-a-list'
  | 'missing-chart'
  | 'text-refused'
  | 'several-files'
  | 'null-section'
  | 'not-rendered'
  | 'missing-template'
  | 'parts'
  | 'later-document'
  | 'variable-unset'
  | 'date-rewritten'
  | 'name-not-text'
  | 'missing-name';

declare const declaredAsCheck: unique symbol;

/** The id of a check in `kubernetes/checks/`, which is the place that declares it. Made in `check-manifest.ts` alone. */
export type ManifestCheckName = string & { readonly [declaredAsCheck]: true };

declare const declaredAsRule: unique symbol;

/** The id of a rule, ours or a plugin's: `mutable-image-tag`, `zymtrace/endpoint-scheme`. `ruleIdOf` makes it. */
export type RuleId = string & { readonly [declaredAsRule]: true };

/** An id that a report can contain and that is no rule. `check-docs/` explains each: one that it does not know fails to compile. */
export type CheckId =
  | SchemaCheckId
  | ConfigCheckId
  | YamlCheckId
  | EngineCheckId
  | TemplateCheckId
  | DriftCheckId
  | `gitops/${GitopsCheckName}`
  | `kubernetes/${KubernetesCheckName | ManifestCheckName}`;

/** What a finding can be called. */
export type FindingId = CheckId | RuleId;
