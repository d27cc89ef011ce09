import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { chartRuns, compareCharts } from '../../src/dev/compare-chart.ts';
import { findHelms } from '../../src/dev/find-helm.ts';
import { diskFiles } from '../../src/files/disk-files.ts';
import { assembleRelease } from '../../src/lint/assemble-release.ts';
import { validateRelease } from '../../src/lint/validate-release.ts';
import { planChart } from '../../src/session/plan-chart.ts';

const corpus = path.resolve(import.meta.dirname, '../../../shared/corpus/charts');
const isThere = existsSync(corpus);
if (!isThere && process.env.CI) throw new Error('The charts of the corpus are missing');

const helms = findHelms();
/** Every so many charts; all of them run in `npm run parity`. */
const SAMPLE = 10;

if (!isThere) it.skip('SKIPPED, no ../shared/corpus here: values of public charts', () => {});
else if (helms.length === 0) it.skip('SKIPPED, no Helm on this machine: values of public charts', () => {});

describe.skipIf(!isThere)('charts that people wrote', () => {
  const runs = isThere ? chartRuns(corpus) : [];

  it('are merged and validated without a crash, each alone and with each overlay', async () => {
    let merged = 0;
    for (const { directory, overlay } of runs) {
      const overlays = overlay === undefined ? [] : [path.join(directory, overlay)];
      const { input } = await planChart(diskFiles, directory, { cwd: corpus, overlays, sets: [] });
      validateRelease(assembleRelease(input), input);
      merged++;
    }
    expect(merged).toBeGreaterThan(250);
  });

  it.each(helms)('have the effective values of $name $version', { timeout: 180_000 }, async (helm) => {
    const compared = await compareCharts(
      helm,
      runs.filter((_, i) => i % SAMPLE === 0),
    );
    const wrong = compared.filter(
      ({ outcome, sameVerdict }) => !['equal', 'refused'].includes(outcome) || !sameVerdict,
    );
    expect(wrong).toEqual([]);
    expect(compared.filter(({ outcome }) => outcome === 'equal').length).toBeGreaterThan(20);
  });
});
