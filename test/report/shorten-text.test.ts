import { describe, expect, it } from 'vitest';
import { formatNames, loadFormat } from '../../src/report/formats.ts';
import { maskSecrets } from '../../src/report/mask-secrets.ts';
import { shortenPointer, shortenText } from '../../src/report/shorten-text.ts';
import { cleanResult, richResult, tool } from './rich-result.ts';

describe('shortenText', () => {
  it('leaves out the middle of a long word, and of a long text', () => {
    expect(shortenText(`"${'k'.repeat(5000)}" is written twice`)).toMatch(
      /^"k{132}…k{65}" is written twice$/,
    );
    const many = shortenText('key '.repeat(5000));
    expect(many).toHaveLength(4000);
    expect(many).toMatch(/^key .*…/);
  });

  it('keeps what is not long, and no half of a character', () => {
    const usual = `image.tag is 1.20 ${'and more '.repeat(100)}`;
    expect(shortenText(usual)).toBe(usual);
    expect(shortenText(`a${'😀'.repeat(200)}`)).not.toMatch(/\p{Cs}/u);
  });

  it('shortens each key of a pointer by itself', () => {
    const deep = '/a'.repeat(2000);
    expect(shortenPointer(deep)).toBe(deep);
    expect(shortenPointer(`/image/${'k'.repeat(5000)}/tag`)).toMatch(/^\/image\/k+…k+\/tag$/);
  });
});

it.each(formatNames)('lets no long key or value through to %s', async (name) => {
  const long = 'k'.repeat(1_000_000);
  const [finding] = richResult.findings;
  const findings = [
    {
      ...finding!,
      problem: `"${long}" is there`,
      why: `It is ${long}.`,
      help: `Delete ${long}.`,
      path: `/${long}`,
      related: finding!.related.map((other) => ({ ...other, message: `${long} is here` })),
      fix: { title: `Write ${long}`, safe: true, edits: [] },
    },
  ];
  const shown = maskSecrets({ ...cleanResult, sources: richResult.sources, findings });
  const format = await loadFormat(name);
  expect(format(shown, tool).length).toBeLessThan(60_000);
});
