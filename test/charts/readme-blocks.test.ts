import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lint } from '../../src/index.ts';

const shared = new URL('../../../shared/charts/', import.meta.url);

/** What the blocks of values in the READMEs come to, each as a file of its own: the chart, or advice how to name it. */
const CHARTS: Record<string, readonly string[]> = {
  hotswap: Array.from({ length: 9 }, () => 'hotswap'),
  // A pod's settings are those of any chart, and manifests are none.
  atlasia: ['atlasia', 'chart/unknown', 'chart/unknown', 'chart/unknown', 'chart/unknown'],
  ossa: ['ossa', 'ossa'],
};

describe.skipIf(!existsSync(shared) && !process.env.CI)(
  'values in READMEs, each block as a file (skipped without ../shared)',
  () => {
    it.each(Object.entries(CHARTS))('%s', async (chart, wanted) => {
      const readme = readFileSync(new URL(`${chart}/README.md`, shared), 'utf8');
      const blocks = [...readme.matchAll(/```yaml\n(.*?)```/gs)].map(([, block]) => block!);
      const found = await Promise.all(
        blocks.map(async (text) => {
          const { releases, findings } = await lint([{ file: 'block.yaml', text }]);
          const unknown = findings.find(({ rule }) => rule === 'chart/unknown');
          return releases[0]?.chart ?? (unknown?.help?.includes('--chart') ? unknown.rule : undefined);
        }),
      );
      expect(found).toEqual(wanted);
    });
  },
);
