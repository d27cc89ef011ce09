import { expect, it } from 'vitest';
import { needsNewerNode } from '../../src/npm/needs-newer-node.ts';

it.each([
  ['20.19.0', false],
  ['24.1.0', false],
  ['20.18.3', true],
  ['18.20.4', true],
  ['8.17.0', true],
])('Node %s is too old for 20.19: %s', (version, old) => {
  expect(needsNewerNode(version, '20.19')).toBe(old);
});
