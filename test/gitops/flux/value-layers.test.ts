import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { answerFlux } from '../../../src/dev/answer-flux.ts';
import { randomFlux } from '../../../src/dev/random-flux.ts';
import { FLUX_CASES } from '../flux-cases.ts';

/** What helm-controller's own code answered; `npm run gitops:flux` records it anew. */
const recorded: { named: Record<string, unknown>; count: number; seed: number; random: unknown[] } =
  JSON.parse(readFileSync(new URL('../../../fixtures/gitops/flux-answers.json', import.meta.url), 'utf8'));

describe('values of a HelmRelease', () => {
  it.each(FLUX_CASES.map((one) => [one.name, one] as const))('%s', (name, one) => {
    expect(recorded.named[name]).toBeDefined();
    expect(answerFlux(one)).toEqual(recorded.named[name]);
  });

  it.each(
    randomFlux(recorded.count, recorded.seed).map((one, i) => [one.name, one, recorded.random[i]] as const),
  )('%s', (_, one, real) => {
    expect(answerFlux(one)).toEqual(real);
  });

  it('are refused and taken', () => {
    const refused = recorded.random.filter((answer) => answer === 'error').length;
    expect(refused).toBeGreaterThan(20);
    expect(refused).toBeLessThan(recorded.count - 20);
  });
});
