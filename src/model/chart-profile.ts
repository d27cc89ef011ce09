import type { PlacedAnnotation } from './annotation.ts';
import type { JsonObject } from './json-value.ts';
import type { SchemaWord } from './schema-word.ts';
import type { TemplateUse } from './template-use.ts';
import type { ValuesPath } from './values-path.ts';

/** What we know about a chart, apart from its schema. */
export interface ChartProfile {
  /** chartlint's name for a shipped chart (`colonyos`), else the name in Chart.yaml. */
  readonly name: string;
  /** For people: `ColonyOS`. */
  readonly title: string;
  readonly version?: string;
  /** The tag of an image whose own tag is empty, by Helm's convention. */
  readonly appVersion?: string;
  /** The chart's own `values.yaml`, as data. */
  readonly defaults: JsonObject;
  readonly annotations: readonly PlacedAnnotation[];
  /** What the chart's templates read; undefined when they are not at hand. Computed on first use. */
  readonly templates?: TemplateUse | undefined;
  /** What the chart at that scope of the values calls its dependencies of the name, where they have an alias. */
  readonly aliasesOf?: (scope: ValuesPath, name: string) => readonly string[];
  /** Which values turn the chart's dependencies on and off. */
  readonly switches?: readonly DependencySwitch[];
  /**
   * Whether the chart's own schema names the value, or leaves its map open on purpose; undefined when another authority (a
   * shipped schema) says which keys there are.
   */
  readonly schemaNames?: (path: ValuesPath) => SchemaWord | undefined;
}

/** The condition of a dependency. */
export interface DependencySwitch {
  /** The values of the dependency. */
  readonly section: ValuesPath;
  /** The first of these that is a boolean decides. */
  readonly conditions: readonly ValuesPath[];
}

/** A JSON Schema of any draft. */
export type JsonSchema = boolean | { readonly [keyword: string]: unknown };

/** How the chart of a file was found (DESIGN §7). */
export type DetectedBy = 'flag' | 'config' | 'modeline' | 'chart-yaml' | 'manifest' | 'shape' | 'none';
