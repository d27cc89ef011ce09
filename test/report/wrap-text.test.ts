import { describe, expect, it } from 'vitest';
import { wrapText } from '../../src/report/wrap-text.ts';

describe('wrapText', () => {
  it('breaks between words, and never inside of one', () => {
    expect(wrapText('one two three', 7)).toBe('one two\nthree');
    expect(wrapText('a very-long-word b', 5)).toBe('a\nvery-long-word\nb');
  });

  it('counts no colours', () => {
    const red = '\u001b[1m\u001b[31mtwo\u001b[39m\u001b[22m';
    expect(wrapText(`one ${red} three`, 13)).toBe(`one ${red} three`);
  });
});
