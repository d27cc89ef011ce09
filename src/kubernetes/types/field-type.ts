/** What a field of a Kubernetes type holds, in the API's terms rather than in YAML's. */
export type FieldType =
  | TextType
  | { readonly is: 'boolean' | 'number' | 'bytes' | 'quantity' | 'int-or-string' | 'time' | 'any' | 'object' }
  | { readonly is: 'integer'; readonly bits: 32 | 64 }
  | ListType
  | { readonly is: 'map'; readonly of: FieldType }
  | { readonly is: 'type'; readonly name: string };

export interface TextType {
  readonly is: 'text';
  /** The words that it may be; undefined for any text. */
  readonly words?: readonly string[];
  /** What Kubernetes takes where nothing is written. */
  readonly fallback?: string;
}

export interface ListType {
  readonly is: 'list';
  readonly of: FieldType;
  /** Fields that tell items apart; no two items may have the same. */
  readonly keys?: readonly string[];
  /** Whether no item may be there twice. */
  readonly isSet: boolean;
}

/** A field in one version of Kubernetes. */
export interface Field {
  readonly name: string;
  readonly type: FieldType;
  readonly required: boolean;
}

/** A field that other versions have. */
export interface AbsentField {
  readonly name: string;
  /** The first minor that has it, when that is newer than the version in question. */
  readonly since?: number;
  /** The last minor that has it, when that is older. */
  readonly until?: number;
}
