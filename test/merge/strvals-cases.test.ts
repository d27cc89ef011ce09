import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { FlagKind } from '../../src/merge/apply-flag.ts';
import { flagLayer } from '../../src/merge/flag-layer.ts';
import { mergeLayers } from '../../src/merge/merge-layers.ts';
import type { JsonObject } from '../../src/model/json-value.ts';
import { layer } from './layers-for-tests.ts';

const path = new URL('../../../shared/corpus/helm-tests/strvals-cases.json', import.meta.url);
const absent = !existsSync(path);

interface Case {
  id: string;
  kind: string;
  input?: string;
  inputs?: string[];
  flags?: [string, string][];
  files?: Record<string, string>;
  initial?: JsonObject;
  expect?: JsonObject;
  error?: boolean;
}

const kindOf = (kind: string): FlagKind => (kind === 'literal' ? 'set-literal' : kind) as FlagKind;

if (absent) {
  it.skipIf(!process.env.CI)('SKIPPED, ../shared is absent: the cases of Helm’s own --set tests', () => {
    expect.fail('../shared/corpus must be there in CI');
  });
}

describe.skipIf(absent)('the cases of Helm’s own tests of --set', () => {
  const cases = absent ? [] : (JSON.parse(readFileSync(path, 'utf8')) as Case[]);

  it('are all there', () => {
    expect(cases.length).toBeGreaterThanOrEqual(127);
  });

  it.each(cases.map((one) => [one.id, one] as const))('%s', (_id, one) => {
    const files = new Map(Object.entries(one.files ?? {}));
    const texts = one.inputs ?? [one.input!];
    const flags = one.flags ?? texts.map((text): [string, string] => [one.kind, text]);
    const merged = mergeLayers([
      layer('values-file', 'initial.yaml', one.initial ?? {}),
      ...flags.map(([kind, text]) => flagLayer(kindOf(kind), { text, files })),
    ]);
    if (one.error) expect(merged.problems.map((problem) => problem.refused)).toContain(true);
    else {
      expect(merged.problems).toEqual([]);
      expect(merged.data).toEqual(one.expect);
    }
  });
});
