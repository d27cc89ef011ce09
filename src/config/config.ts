import type { JsonObject } from '../model/json-value.ts';
import type { Rule } from '../model/rule.ts';
import type { Severity } from '../model/severity.ts';
import type { UserLimit } from '../model/user-limits.ts';

/** `off`; `on` with the severity that the rule itself gives each finding; or one severity for all of them. */
export type SeveritySetting = 'off' | 'on' | Severity;

/** How a rule or check is set: its severity, for rules with options together with them. */
export type RuleSetting = SeveritySetting | readonly [SeveritySetting, JsonObject];

/** What `chartlint.config.*` holds. Every relative path and glob starts at the folder of the file. */
export interface Config {
  /** For editors. */
  readonly $schema?: string;
  /** `recommended` (without `extends`), `strict`, `production`, or `<plugin>/<preset>`; later ones win. */
  readonly extends?: string | readonly string[];
  readonly rules?: Readonly<Record<string, RuleSetting>>;
  readonly overrides?: readonly Override[];
  readonly charts?: readonly ChartMapping[];
  readonly stacks?: readonly Stack[];
  /** Files that stand in for schemas on the network, by the URL under which a `$ref` names them. */
  readonly schemaRefs?: Readonly<Record<string, string>>;
  /** The environment of all values, unless a flag or an override says otherwise. */
  readonly environment?: string;
  readonly cluster?: ClusterConfig;
  /** Version of the Helm that will install the releases: `3.14.0`. */
  readonly helmVersion?: string;
  /** Version of the Kubernetes that the releases are for, as `--kube-version` takes it: `1.33`. */
  readonly kubeVersion?: string;
  /** API versions that the cluster has besides Kubernetes' own: `monitoring.coreos.com/v1`. */
  readonly apiVersions?: readonly string[];
  /** Files, and folders with files, that define the custom resources of the cluster. */
  readonly customResources?: readonly string[];
  /** Values paths that are supplied at deploy time, for example by `--set` from a secret store: they count as set. */
  readonly provided?: readonly string[];
  /** Values paths that belong to the user, such as `x-*` blocks of anchors: nothing at or below them is reported. */
  readonly ignoreKeys?: readonly string[];
  /** Globs of files and folders that are never linted. */
  readonly ignore?: readonly string[];
  /** Files (`./rules/plugin.ts`), packages, or, in a TypeScript or JavaScript config, the plugins themselves. */
  readonly plugins?: readonly (string | Plugin)[];
  /** A baseline file: the findings in it are not reported. */
  readonly baseline?: string;
  /** Rules and checks whose findings no `# chartlint-disable…` comment hides; `*` for all. */
  readonly commentsMayNotHide?: readonly string[];
  /** Every `# chartlint-disable…` comment must say why after `--`. */
  readonly requireReason?: boolean;
  /** How much one input may take, where the usual does not fit; see `docs/configuration.md`. */
  readonly limits?: Partial<Readonly<Record<UserLimit, number>>>;
}

/** Settings for some files, or for some values of them. */
export interface Override extends Surroundings {
  /** Globs of values files; without any the override is about every file. */
  readonly files?: readonly string[];
  /** Values paths: `rules` then count only for findings at or below them. */
  readonly paths?: readonly string[];
  readonly rules?: Readonly<Record<string, RuleSetting>>;
}

/** What an override may say about the place where its files are installed; only overrides without `paths` may. */
export interface Surroundings {
  readonly environment?: string;
  readonly cluster?: ClusterConfig;
  readonly provided?: readonly string[];
}

export interface ClusterConfig {
  /** Container network plugin: `calico`, `flannel` … */
  readonly cni?: string;
  readonly metricsServer?: boolean;
}

/**
 * Says which chart the values of some files are for, or where charts lie that manifests name. What `{name}` stands for in `files`, or is in the
 * manifest, stands in `chart` and `schema` as well; `{version}` is the version that the manifest names.
 */
export interface ChartMapping {
  /** Globs of values files; without any, releases in manifests are meant. */
  readonly files?: readonly string[];
  /** Glob of the repository, as the manifest writes it: `https://charts.example.com`, `oci://ghcr.io/acme/**`. */
  readonly repository?: string;
  /** Glob of the name of the chart. */
  readonly name?: string;
  /** Name of a shipped chart, a chart directory, or a packed chart. */
  readonly chart?: string;
  /** A JSON Schema file. */
  readonly schema?: string;
}

/** A release as `helm install` would make it; with placeholders (`deploy/{env}/shop.yaml`) one for each file that fits. */
export interface Stack {
  readonly name: string;
  /** Name of a shipped chart, a chart directory, or a packed chart. */
  readonly chart?: string;
  /** Values files in the order of `helm -f`. */
  readonly values?: readonly string[];
  /** `--set` flags: `image.tag=1.2`. */
  readonly set?: readonly string[];
}

/** Rules from elsewhere. Their ids get the prefix `<name>/`. */
export interface Plugin {
  readonly name: string;
  readonly rules: readonly Rule[];
  /** Presets of the plugin by name, used as `extends: <plugin>/<preset>`; rule ids in them carry no prefix. */
  readonly presets?: Readonly<Record<string, Readonly<Record<string, RuleSetting>>>>;
}

/** Declares a configuration; the identity function, for the types. */
export function defineConfig(config: Config): Config {
  return config;
}

/** Declares a plugin; the identity function, for the types. */
export function definePlugin(plugin: Plugin): Plugin {
  return plugin;
}
