import type { Finding } from '../model/finding.ts';
import type { JsonObject } from '../model/json-value.ts';
import type { Placed } from '../model/placed.ts';
import type { Source } from '../model/source.ts';
import type { ConfigSource } from './config-source.ts';

/** An object in a manifest, or what a build with patches made of one. */
export interface ManifestObject extends Placed<JsonObject> {
  /** Of the file that defines it. */
  readonly source: Source;
  /** Absolute: the file that defines it first, then those that changed it. */
  readonly files: readonly string[];
  /** The folder of the kustomization that builds it, absolute; undefined for an object as it is written. */
  readonly root?: string;
  /** ConfigMaps and Secrets that the same build makes. */
  readonly built?: readonly ConfigSource[];
  /** What Flux puts in for `${NAME}` after that build. */
  readonly variables?: BuildVariables;
  /** It is a patch of an object that is not in this repository. */
  readonly isPatch?: boolean;
  /** What is wrong with that build. */
  readonly findings?: readonly Finding[];
}

/** Variables of Flux' post-build substitution. */
export interface BuildVariables {
  readonly known: ReadonlyMap<string, string>;
  /** Whether there are no others: nothing comes from ConfigMaps or Secrets of the cluster. */
  readonly isAll: boolean;
}
