import { schemasAt } from '../json-schema/schema-at.ts';
import type { JsonSchema } from '../model/chart-profile.ts';
import type { JsonObject } from '../model/json-value.ts';
import type { Layer } from '../model/layer.ts';
import type { Release } from '../model/release.ts';
import type { Span } from '../model/span.ts';
import type { ValuesPath } from '../model/values-path.ts';

/** What a chart itself says about its values. */
export interface ChartFacts {
  /** Its values.yaml. */
  readonly values: JsonObject;
  /** Where values.yaml writes the key; undefined where it does not. */
  locate(path: ValuesPath): Span | undefined;
  /** Whether a template reads the value, or a map around it as a whole. */
  reads(path: ValuesPath): boolean;
  /** Whether the schema describes the value. */
  hasSchema(path: ValuesPath): boolean;
}

/** What a release tells of its chart. `own`: the layer of values.yaml. */
export function chartFacts(
  { chart, values, roles }: Release,
  own: Layer,
  schema: JsonSchema | undefined,
): ChartFacts {
  const templates = chart?.templates;
  return {
    values: own.data,
    locate: (path) => (own.document?.writes(path) === true ? own.document.locate(path, 'key') : undefined),
    reads: (path) =>
      templates?.complete !== true ||
      templates.reads(path) ||
      roles.valuesRead.reads(path) ||
      isOfChartBelow(path),
    hasSchema: (path) => schema !== undefined && schemasAt(schema, path).length > 0,
  };

  function isOfChartBelow(path: ValuesPath): boolean {
    return values.ownerOf(path).scope.length > 0 || path[0] === 'global' || path[0] === 'tags';
  }
}
