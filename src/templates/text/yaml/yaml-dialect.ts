/** How one of the writers that Helm uses differs from the other. */
export interface YamlDialect {
  /** Of go-yaml. */
  readonly version: 2 | 3;
  /** Columns after which lines are folded at the next space. */
  readonly width: number;
  /** Whether the dashes of a list stand below the first letter of its key. */
  readonly compactLists: boolean;
}

/** `toYaml`: sigs.k8s.io/yaml writes with go-yaml v2. */
export const YAML_2: YamlDialect = { version: 2, width: 80, compactLists: true };

/** `toYamlPretty`: go-yaml v3 with an indent of two. */
export const YAML_3: YamlDialect = { version: 3, width: Number.POSITIVE_INFINITY, compactLists: false };
