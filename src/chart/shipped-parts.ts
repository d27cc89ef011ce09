import type { SchemaMemory } from '../explain/schema-memory.ts';
import type { ValidateFunction } from '../json-schema/validate-function.ts';
import type { ChartProfile, JsonSchema } from '../model/chart-profile.ts';
import type { Layer } from '../model/layer.ts';
import type { RuledProfile } from '../model/ruled-profile.ts';
import type { ShippedChart } from './shipped-chart.ts';

/** What a release of a shipped chart is made of, apart from the user's values. */
export interface ShippedParts {
  readonly profile: RuledProfile;
  /** The chart's own values, as the weakest layer. */
  readonly defaults: Layer;
  /** The chart does not ship it, so Helm does not enforce it. */
  readonly schema: {
    readonly validate: ValidateFunction;
    readonly json: () => JsonSchema;
    readonly enforcedByHelm: false;
    readonly annotations: ChartProfile['annotations'];
    readonly memory: SchemaMemory;
  };
}

/** The parts of a shipped chart without a chart directory: its defaults come from its schema. */
export function shippedParts({ profile, validate, schema }: ShippedChart): ShippedParts {
  let made: JsonSchema | undefined;
  const json = (): JsonSchema => {
    made ??= schema();
    return made;
  };
  return {
    profile,
    defaults: {
      kind: 'chart-defaults',
      label: `defaults of ${profile.title} ${profile.version}`,
      data: profile.defaults,
      scope: [],
    },
    schema: { validate, json, enforcedByHelm: false, annotations: profile.annotations, memory: {} },
  };
}
