import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { CompareReleases } from '../../../src/dev/compare-releases.ts';
import { canCount, countedReleases, isPatch } from '../../../src/dev/counted-releases.ts';
import { corpusRoot, corpusTitle, sharedFolder } from '../../load/shared-corpus.ts';

const oracle = sharedFolder('oracle');
const gitops = corpusRoot && oracle && canCount() ? path.join(corpusRoot, 'gitops') : undefined;
const repositories =
  gitops === undefined
    ? []
    : readdirSync(gitops, { withFileTypes: true })
        .filter((one) => one.isDirectory())
        .map(({ name }) => name);

describe('releases that an independent reader counts', () => {
  it(corpusTitle('are there (needs Python with PyYAML)', gitops), () => {
    expect(repositories.length > 0).toBe(gitops !== undefined);
  });

  it.runIf(gitops !== undefined).each(repositories)(
    corpusTitle('%s', gitops),
    { timeout: 120_000 },
    (name) => {
      const root = path.join(gitops!, name);
      const judged = new CompareReleases(root);
      const releases = countedReleases(path.join(oracle!, 'count.py'), root);
      expect(releases.length).toBeGreaterThan(0);
      expect(releases.flatMap((one) => judged.missing(one))).toEqual([]);
      // No two of them are one of ours.
      for (const file of new Set(releases.map((one) => one.file))) {
        const own = releases.filter((one) => one.file === file && !isPatch(one));
        expect(judged.releases(file).length, file).toBeGreaterThanOrEqual(own.length);
      }
    },
  );
});
