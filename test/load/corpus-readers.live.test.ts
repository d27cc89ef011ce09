import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readerDifference } from './reader-difference.ts';
import { corpusRoot, corpusTitle } from './shared-corpus.ts';
import { yamlFiles } from './yaml-files.ts';

it.skipIf(corpusRoot === undefined)(
  corpusTitle('both readers agree on every file of the corpus', corpusRoot),
  () => {
    const files = yamlFiles(corpusRoot!);
    expect(files.filter((file) => readerDifference(readFileSync(file, 'utf8')) !== undefined)).toEqual([]);
  },
);
