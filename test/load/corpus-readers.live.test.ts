import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readerDifference } from '../../src/dev/reader-difference.ts';
import { yamlFiles } from '../../src/dev/yaml-files.ts';
import { corpusRoot, corpusTitle } from './shared-corpus.ts';

it.skipIf(corpusRoot === undefined)(
  corpusTitle('both readers agree on every file of the corpus', corpusRoot),
  () => {
    const files = yamlFiles(corpusRoot!);
    expect(files.filter((file) => readerDifference(readFileSync(file, 'utf8')) !== undefined)).toEqual([]);
  },
);
