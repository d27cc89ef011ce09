import { describe, expect, it } from 'vitest';
import { askHelm } from '../../src/dev/ask-helm.ts';
import { compareCase } from '../../src/dev/compare-cases.ts';
import { findHelms } from '../../src/dev/find-helm.ts';
import { caseGroups, readCases } from '../../src/dev/helm-case.ts';

const helms = findHelms();

if (helms.length === 0) it.skip('SKIPPED, no Helm on this machine: the live comparison', () => {});

/** Every so many cases; all of them run in `npm run parity`. */
const SAMPLE = 12;

describe.skipIf(helms.length === 0)('chartlint answers as the Helm on this machine', () => {
  const cases = caseGroups().flatMap(readCases);
  it.each(helms)('$name $version on a sample of the cases', { timeout: 120_000 }, async (helm) => {
    const sample = cases.filter((_, i) => i % SAMPLE === 0);
    const answers = await askHelm(helm, sample);
    const differing = sample
      .map((one, i) => compareCase(one, helm.name, helm.version, answers[i]!))
      .filter(({ agrees, explained }) => agrees !== (explained === undefined));
    expect(differing).toEqual([]);
  });
});
