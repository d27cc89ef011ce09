import { describe, expect, it } from 'vitest';
import { valuesOf } from './loaded.ts';
import { corpusFile, corpusTitle } from './shared-corpus.ts';

interface Recorded {
  readonly yaml: string;
  readonly value?: unknown;
  readonly error?: string;
}

const file = corpusFile('helm-tests/yaml-scalars.json');
const cases: Recorded[] = file === undefined ? [] : JSON.parse(file).cases;

describe.skipIf(file === undefined)(corpusTitle('scalars recorded from Helm', file), () => {
  it('has all of them', () => expect(cases.length).toBeGreaterThanOrEqual(86));

  it.each(cases)('$yaml', ({ yaml, value, error }) => {
    // The recording lost the sign of -0.
    const data = JSON.stringify(valuesOf(yaml));
    expect(data).toBe(error === undefined ? JSON.stringify(value) : undefined);
  });
});
