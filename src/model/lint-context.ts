/** What the user says about the place where the release will run. */
export interface LintContext {
  /** `production`, `staging` …; overrides the environment that the values name. */
  readonly environment?: string;
  /** As reports show it: a file that is named for production, which counts unless the user's values name another environment. */
  readonly namedForProduction?: string;
  readonly cluster: ClusterFacts;
  /** Patterns of the paths that are supplied at deploy time, for example by `--set` from a secret store (`isProvided`). */
  readonly provided?: readonly string[];
}

export interface ClusterFacts {
  /** Container network plugin, lower case: `calico`, `flannel` … */
  readonly cni?: string;
  readonly metricsServer?: boolean;
}
