import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { coalesceChart, TypeMismatch } from '../../src/merge/coalesce-chart.ts';
import { type CoalesceWarning, coalesceTables } from '../../src/merge/coalesce-tables.ts';
import { Draft } from '../../src/merge/draft.ts';
import { mergeMaps } from '../../src/merge/merge-maps.ts';
import type { NullProfile } from '../../src/merge/null-profile.ts';
import { workingChart } from '../../src/merge/working-chart.ts';
import type { Chart } from '../../src/model/chart.ts';
import type { JsonObject } from '../../src/model/json-value.ts';
import { profileDefaults } from './layers-for-tests.ts';

const path = new URL('../../../shared/corpus/helm-tests/coalesce-cases.json', import.meta.url);
const absent = !existsSync(path);

interface CaseChart {
  name: string;
  values?: JsonObject;
  dependencies?: CaseChart[];
}

interface Case {
  id: string;
  kind: 'coalesce' | 'merge' | 'coalesce-tables' | 'merge-tables' | 'merge-maps';
  chart?: CaseChart;
  user_values?: JsonObject;
  dst?: JsonObject | null;
  src?: JsonObject | null;
  files?: JsonObject[];
  expected?: JsonObject;
  expected_by_rules?: Record<NullProfile, { result: JsonObject }>;
  error?: string;
  warnings?: string[];
}

if (absent) {
  it.skipIf(!process.env.CI)('SKIPPED, ../shared is absent: the cases of Helm’s own coalesce tests', () => {
    expect.fail('../shared/corpus must be there in CI');
  });
}

const chartOf = ({ name, values = {}, dependencies = [] }: CaseChart): Chart => ({
  metadata: { name, version: '1.0.0' },
  values: profileDefaults(values),
  dependencies: dependencies.map(chartOf),
});

/** How Helm words a warning, up to the value that it prints. */
const WORDS: Partial<Record<CoalesceWarning, RegExp>> = {
  'table-replaced-by-value': /^warning: cannot overwrite table with non table for (\S+) \(/,
  'value-replaced-by-table':
    /^warning: (?:destination for (\S+) is a table\. Ignoring|skipped value for (\S+): Not a table)/,
};

function run(one: Case, profile: NullProfile): { data: JsonObject; warnings: string[] } {
  const draft = new Draft();
  const warnings: string[] = [];
  const prefix = one.chart ? [one.chart.name] : [];
  const warn = (at: readonly string[], reason: CoalesceWarning): void => {
    warnings.push(`${reason} ${[...prefix, ...at].join('.')}`);
  };
  const merge = one.kind.startsWith('merge');
  const data = draft.newMap();
  for (const file of one.files ?? [one.user_values ?? one.dst ?? {}]) mergeMaps(draft, data, file);
  if (one.kind === 'merge-maps') return { data, warnings };
  const c = { draft, profile, warn };
  if (one.chart) coalesceChart(c, workingChart(chartOf(one.chart)), data, [], merge);
  else if (one.dst === null) return { data: one.src ?? {}, warnings };
  else coalesceTables(c, data, one.src ?? {}, [], merge);
  return { data, warnings };
}

function wordsToReasons(texts: readonly string[]): string[] {
  return texts.map((text) => {
    for (const [reason, words] of Object.entries(WORDS)) {
      const match = words.exec(text);
      if (match) return `${reason} ${match[1] ?? match[2]}`;
    }
    return text;
  });
}

describe.skipIf(absent)('the cases of Helm’s own tests of coalescing', () => {
  const { cases } = absent ? { cases: [] } : (JSON.parse(readFileSync(path, 'utf8')) as { cases: Case[] });

  it('are all there', () => {
    expect(cases.length).toBeGreaterThanOrEqual(86);
  });

  const inAllProfiles = cases.flatMap((one) =>
    (['A', 'B', 'C'] as const).map((profile) => [one.id, profile, one] as const),
  );
  it.each(inAllProfiles)('%s, nulls as in profile %s', (_id, profile, one) => {
    const input = JSON.stringify(one);
    if (one.error) expect(() => run(one, profile)).toThrow(TypeMismatch);
    else {
      const { data, warnings } = run(one, profile);
      expect(data).toEqual(one.expected_by_rules?.[profile].result ?? one.expected);
      if (one.warnings) expect(warnings.sort()).toEqual(wordsToReasons(one.warnings).sort());
    }
    expect(JSON.stringify(one), 'inputs stay as they are').toBe(input);
  });
});
