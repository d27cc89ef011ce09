import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { answerHelmfile } from '../../../src/dev/answer-helmfile.ts';
import { randomHelmfiles } from '../../../src/dev/random-helmfile.ts';
import { withoutPaths } from '../../../src/dev/without-paths.ts';
import type { JsonObject } from '../../../src/model/json-value.ts';
import { HELMFILE_CASES } from '../helmfile-cases.ts';

/** What charts got from the real helmfile; `src/dev/record-helmfile.ts` records it anew. */
const recorded: {
  named: Record<string, unknown>;
  count: number;
  seed: number;
  random: (JsonObject | 'error')[];
} = JSON.parse(
  readFileSync(new URL('../../../fixtures/gitops/helmfile-answers.json', import.meta.url), 'utf8'),
);
/** Of the Helm that helmfile ran. */
const HELM = '3.21.4';

describe('what a chart gets from a helmfile', () => {
  it.each(HELMFILE_CASES.map((one) => [one.name, one] as const))('%s', (name, one) => {
    expect(recorded.named[name]).toBeDefined();
    expect(answerHelmfile(one, HELM).values).toEqual(recorded.named[name]);
  });

  const cases = randomHelmfiles(recorded.count, recorded.seed);

  it.each(cases.map((one, i) => [one.name, one, recorded.random[i]!] as const))('%s', (_, one, real) => {
    const { values, release } = answerHelmfile(one, HELM);
    const { unknown = [] } = release;
    expect(withoutPaths(values, unknown)).toEqual(withoutPaths(real, unknown));
  });
});
