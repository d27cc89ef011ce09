import type { ValuesPath } from './values-path.ts';

/** What the templates of a chart do with a value. */
export type ValueUse =
  /** Decides a condition: only whether it is empty counts. */
  | 'test'
  /** Is compared, measured or asked for its type. */
  | 'compare'
  /** Goes through `range` or gives its keys. */
  | 'range'
  /** Goes through `range`, which names the keys. */
  | 'keys'
  /** Is printed as text: by itself, quoted, or as part of a text. */
  | 'print'
  /** Is turned into a whole number or calculated with. */
  | 'number'
  /** Is rendered as YAML or JSON, with everything below it. */
  | 'yaml'
  /** Is encoded by `b64enc`, which refuses anything but a string. */
  | 'encode'
  /** Is expanded as a template itself. */
  | 'tpl'
  /** Is handed to something that cannot be followed. */
  | 'other';

/** What the templates of a chart, and of the charts below it, read from the values. */
export interface TemplateUse {
  /** False when all values go somewhere that cannot be followed (a library chart that is not there): nothing is known then. */
  readonly complete: boolean;
  /** Whether some template reads the value, what lies below it, or a whole map around it. */
  reads(path: ValuesPath): boolean;
  /** Whether what lies below the path is used as it is, whatever its keys. */
  readsWhole(path: ValuesPath): boolean;
  /** What becomes of the value; what becomes of a map around it is not counted. */
  usesOf(path: ValuesPath): ReadonlySet<ValueUse>;
  /** The words that templates compare the value with; empty where they look at it in other ways as well. */
  comparedWith(path: ValuesPath): readonly string[];
  /** What texts in values read when a template expands them; they may call the named templates of the
   * chart. `path`: where the text is. */
  readonly expand?: (texts: readonly { readonly path: ValuesPath; readonly text: string }[]) => TemplateUse;
  /** Keys right below the path that templates name. */
  namesBelow(path: ValuesPath): readonly string[];
}
