import { describe, expect, it } from 'vitest';
import { READ, REFUSED } from './helm-readings.ts';
import { findingsOf, valuesOf } from './loaded.ts';

describe('data is what Helm reads', () => {
  it.each(READ)('%s', (_, text, data) => {
    expect(findingsOf(text)).toEqual([]);
    expect(valuesOf(text)).toEqual(data);
    expect(JSON.stringify(valuesOf(text))).not.toContain('undefined');
  });

  it('keeps the own key "__proto__" off the prototype', () => {
    const data = valuesOf('__proto__: {a: 1}\n') as object;
    expect(Object.keys(data)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
  });
});

describe('what Helm refuses is an error, and there is no document', () => {
  it.each(REFUSED)('%s', (_, text, finding) => {
    expect(valuesOf(text)).toBeUndefined();
    expect(findingsOf(text)).toContain(finding);
  });
});
