import type { SchemaCheckId } from './check-id.ts';
import type { Fact } from './fact.ts';
import type { JsonObject, JsonValue } from './json-value.ts';
import type { Release } from './release.ts';
import type { Severity } from './severity.ts';

/** A values file, with what else it takes to show the rule at work. Documentation *and* test. */
export interface RuleExample {
  /** YAML, as a user writes it. */
  readonly values: string;
  /** Chart profile to lint it as; none by default. */
  readonly chart?: string;
  readonly environment?: string;
  /** YAML: the values.yaml of a chart of its own, in place of `chart`. */
  readonly defaults?: string;
  /** Templates of that chart; without `defaults` the values are the chart's own values.yaml. */
  readonly templates?: readonly string[];
  readonly cni?: string;
  /** Options of the rule. */
  readonly options?: JsonObject;
}

/** What is known about a rule before it is loaded. */
export interface RuleHead {
  /** Names the problem: `mutable-image-tag`; chart rules carry the chart: `zymtrace/endpoint-scheme`. */
  readonly id: string;
  /** Severity of a fact that does not set its own. */
  readonly severity: Severity;
  /** Whether the rule is on without any configuration. */
  readonly recommended: boolean;
  /** Severity of every finding under the preset `production`, where it differs from the rule's own. */
  readonly production?: Severity;
  /**
   * `rendered`: it speaks of what a value does in the release, so that it is silent about values that reach nothing of what the
   * templates make. Undefined: of the values themselves.
   */
  readonly about?: 'rendered';
  /**
   * The rule guesses what rendering knows. `silent`: Kubernetes or Helm decides its subject, so that there is nothing to guess
   * where the release renders. `yields`: it says less than what rendering has found about the same value.
   */
  readonly whenRendered?: 'silent' | 'yields';
  /** Chart profile that the rule is about; undefined for generic rules. */
  readonly chart?: string;
  /** The versions of that chart which the rule holds for, as a range of Helm (`<26.1.0`); all by default. */
  readonly chartVersions?: string;
  /** Schema checks (`schema/type`) that say the same of the same path: then only one of the two findings is reported. */
  readonly yieldsTo?: readonly SchemaCheckId[];
  /** Other rules and schema checks that have more to say: where one of them has spoken of the same path, the rule is silent. */
  readonly silentAfter?: readonly string[];
  readonly docs: {
    /** One sentence: what the rule reports. */
    readonly summary: string;
    /** Why it matters: what happens when the values are installed as they are. */
    readonly why: string;
    /** Where the fact comes from: chart template, Kubernetes or Helm documentation. */
    readonly source: string;
  };
  /** JSON Schema of the rule's options, for the configuration file. */
  readonly options?: Readonly<Record<string, JsonValue>>;
}

/** One check. Lives in one file with its documentation, examples and fix. */
export interface Rule extends RuleHead {
  readonly examples: { readonly bad: readonly RuleExample[]; readonly good: readonly RuleExample[] };
  check(release: Release, options: Readonly<Record<string, JsonValue>>): Iterable<Fact>;
}

/** Declares a rule; the identity function, for the types. */
export function defineRule(rule: Rule): Rule {
  return rule;
}
