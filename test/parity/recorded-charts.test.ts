import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { answerChart, chartCases, readChartAnswers, readRuns } from '../../src/dev/chart-case.ts';

describe.each(chartCases())('%s', (folder) => {
  const answers = readChartAnswers(folder);
  const runs = Object.entries(readRuns(folder));

  describe.each(['helm3', 'helm4'] as const)('as %s renders it', (helm) => {
    it.each(runs)('%s', async (name, args) => {
      const answer = answers?.[helm][name];
      if (answer === undefined) throw new Error(`${path.basename(folder)}: run npm run record:charts`);
      const { code, stdout, stderr } = await answerChart(folder, args, helm);
      expect(stdout).toBe(answer.stdout);
      if (answer.error === undefined) expect([code, stderr]).toEqual([0, '']);
      else expect(code).toBeGreaterThan(0);
    });
  });
});
