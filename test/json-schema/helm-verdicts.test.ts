import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import type { JsonSchema } from '../../src/model/chart-profile.ts';
import { judged } from './judged.ts';

const file = fileURLToPath(
  new URL('../../../shared/corpus/helm-tests/jsonschema-cases.json', import.meta.url),
);
const absent = !existsSync(file) && process.env.CI === undefined;

interface Case {
  readonly id: string;
  readonly kind: 'single' | 'chart' | 'lint';
  readonly schema?: JsonSchema;
  readonly schema_text?: string;
  readonly chart?: {
    readonly dependencies: readonly { readonly name: string; readonly schema: JsonSchema }[];
  };
  readonly values?: Readonly<Record<string, unknown>>;
  readonly values_yaml?: string;
  readonly overrides?: Readonly<Record<string, unknown>>;
  readonly valid: boolean;
  readonly skip_schema_validation?: boolean;
}

const cases: readonly Case[] = absent
  ? []
  : (JSON.parse(readFileSync(file, 'utf8')) as { cases: Case[] }).cases;

/** Not about schemas: a flag of Helm, and a file that is not YAML. */
const withSchema = cases.filter(
  (one) => one.skip_schema_validation !== true && (one.schema ?? one.schema_text ?? one.chart) !== undefined,
);

function valid(schema: JsonSchema, values: unknown): boolean {
  const { validate } = judged(schema, { enforcedByHelm: true });
  return validate?.(values) === true;
}

function verdict(one: Case): boolean {
  if (one.chart !== undefined) {
    return one.chart.dependencies.every(({ name, schema }) => {
      const values = one.values?.[name];
      // As Helm does: a subchart without values is not validated.
      return values === undefined || values === null || (typeof values === 'object' && valid(schema, values));
    });
  }
  const schema = one.schema ?? (JSON.parse(one.schema_text!) as JsonSchema);
  const written = one.values_yaml === undefined ? one.values : (load(one.values_yaml) as object);
  return valid(schema, { ...written, ...one.overrides });
}

describe.skipIf(absent)('verdicts of Helm in ../shared (skipped when it is absent)', () => {
  it('has them', () => {
    expect(withSchema.length).toBe(17);
  });

  it.each(withSchema)('$id', (one) => {
    expect(verdict(one)).toBe(one.valid);
  });
});
