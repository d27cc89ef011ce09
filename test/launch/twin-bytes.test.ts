import { expect, it } from 'vitest';
import { twinBytes, untwinBytes } from '../../src/launch/twin-bytes.ts';

const BYTES = Buffer.from('12345678');

it('gives back what it was given', () => {
  expect(untwinBytes(twinBytes(BYTES))).toEqual(BYTES);
});

it('refuses twins of which any one byte changed, or some are missing', () => {
  const twins = twinBytes(BYTES);
  for (let i = 0; i < twins.length; i++) {
    const damaged = Buffer.from(twins);
    damaged[i] = damaged[i]! ^ 1;
    expect(() => untwinBytes(damaged), `byte ${i}`).toThrow();
    if (i > 0) expect(() => untwinBytes(twins.subarray(0, i)), `${i} bytes`).toThrow();
  }
});
