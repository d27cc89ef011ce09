import { it } from 'vitest';
import { corpusRoot, corpusTitle } from '../load/shared-corpus.ts';
import { expectSameInThreads } from './same-in-threads.ts';

it.skipIf(corpusRoot === undefined)(
  corpusTitle('--threads says the same about files that others wrote', corpusRoot),
  () => expectSameInThreads(['.'], corpusRoot!),
);
