import type { SchemaMemory } from '../explain/schema-memory.ts';
import type { ValidateFunction } from '../json-schema/validate-function.ts';
import type { PlacedAnnotation } from '../model/annotation.ts';
import type { Chart, ChartDependency } from '../model/chart.ts';
import type { JsonSchema } from '../model/chart-profile.ts';
import type { Source } from '../model/source.ts';
import type { Span } from '../model/span.ts';

/** A schema that is ready to validate with. */
export interface ValuesSchema {
  readonly validate: ValidateFunction;
  /** The schema itself, read when there is an error to explain. */
  readonly json: () => JsonSchema;
  /** Whether Helm itself refuses values that break the schema (the chart ships it), or only chartlint knows it. */
  readonly enforcedByHelm: boolean;
  readonly annotations: readonly PlacedAnnotation[];
  /** What explaining its errors has found out so far. */
  readonly memory: SchemaMemory;
  /** The file that it was read from; undefined for schemas that come with chartlint. */
  readonly file?: SchemaText;
}

/** A schema file as it is written. */
export interface SchemaText {
  readonly source: Source;
  readonly text: string;
  /** Where the file writes what lies at the keys. */
  place(at: readonly string[]): Promise<Span>;
}

/** A chart on disk with the charts below it. */
export interface ChartTree {
  readonly chart: Chart;
  /** The schemas of the charts below. */
  readonly subchartSchemas: ReadonlyMap<Chart, ValuesSchema>;
  /** Where Chart.yaml writes a field of a dependency of the chart. */
  locateDependency(
    dependency: Pick<ChartDependency, 'name' | 'alias'>,
    field: 'name' | 'condition' | 'import-values',
  ): Span;
}
