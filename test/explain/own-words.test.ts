import { expect, it } from 'vitest';
import { ownWords } from '../../src/explain/own-words.ts';

it.each([
  ['not a path; start it with a slash.', { wrong: 'not a path', advice: 'Start it with a slash.' }],
  [
    'no container port; the gateway always listens on 3000, so the Service would lead nowhere; remove the key',
    {
      wrong: 'no container port',
      about: 'The gateway always listens on 3000, so the Service would lead nowhere.',
      advice: 'Remove the key.',
    },
  ],
  [
    'set next to httpGet; a probe has one check, so also write httpGet: null',
    { wrong: 'set next to httpGet', about: 'A probe has one check.', advice: 'Write httpGet: null.' },
  ],
  [
    'no Service of the chart. The name is fixed, keep colonies-service.',
    { wrong: 'no Service of the chart', about: 'The name is fixed.', advice: 'Keep colonies-service.' },
  ],
  [
    'no resource; the names are cpu, memory and DOMAIN/NAME',
    { wrong: 'no resource', about: 'The names are cpu, memory and DOMAIN/NAME.' },
  ],
  // A list of nouns that are verbs as well.
  ['not known; it takes a list, set or name', { wrong: 'not known', about: 'It takes a list, set or name.' }],
  ['a port is a number', { wrong: 'a port is a number' }],
])('%s', (message, parts) => {
  expect(ownWords(message)).toEqual(parts);
});
