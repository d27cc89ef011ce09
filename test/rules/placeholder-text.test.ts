import { describe, expect, it } from 'vitest';
import { isPlaceholder } from '../../src/rules/placeholder-text.ts';

describe('isPlaceholder', () => {
  it.each([
    'change-me',
    'CHANGEME',
    'please change it',
    'replace-with-token',
    'https://your-domain.com',
    'YourPassword',
    '<password>',
    'token-goes-here',
    'TODO',
    'tbd',
    'fixme',
    'placeholder',
    'insert-token',
    '...',
    'xxxx',
    '****',
    'GOOGXXXX',
    'sk-12ab34...',
    'abc123def',
  ])('knows "%s"', (text) => expect(isPlaceholder(text)).toBe(true));

  it.each(['', 'changed', 'yourself', 'http://a/b', 'Loading...', 'therein', 'xxx', 'hunter2', 'x<y>'])(
    'takes "%s" for a value',
    (text) => expect(isPlaceholder(text)).toBe(false),
  );
});
