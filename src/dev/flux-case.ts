import type { JsonObject } from '../model/json-value.ts';

/** A HelmRelease with the ConfigMaps around it. */
export interface FluxCase {
  readonly name: string;
  readonly values: JsonObject;
  readonly refs: readonly FluxReference[];
  /** The text of each key of each ConfigMap. */
  readonly maps: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** An item of `spec.valuesFrom`. */
export interface FluxReference {
  readonly kind: 'ConfigMap' | 'Secret';
  readonly name: string;
  readonly valuesKey?: string;
  readonly targetPath?: string;
  readonly optional?: boolean;
  readonly literal?: boolean;
}
