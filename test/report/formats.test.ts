import { describe, expect, it } from 'vitest';
import { formatNames, isFormatName, loadFormat } from '../../src/report/formats.ts';
import { maskSecrets } from '../../src/report/mask-secrets.ts';
import type { ShownResult } from '../../src/report/shown-result.ts';
import { cleanResult, MULTILINE_SECRET, PASSWORD, richResult, tool } from './rich-result.ts';

describe.each(formatNames)('format %s', (name) => {
  it('writes the rich result as the golden file has it', async () => {
    const format = await loadFormat(name);
    await expect(format(maskSecrets(richResult), tool, { pathPrefix: 'deploy' })).toMatchFileSnapshot(
      `golden/${name}.txt`,
    );
  });

  it('writes a clean result as the golden file has it', async () => {
    const format = await loadFormat(name);
    await expect(format(maskSecrets(cleanResult), tool)).toMatchFileSnapshot(`golden/${name}.clean.txt`);
  });

  it('shows no secret, and shows its neighbours', async () => {
    const text = (await loadFormat(name))(maskSecrets(richResult), tool);
    for (const secret of [PASSWORD, ...MULTILINE_SECRET]) expect(text).not.toContain(secret);
    // The password would show, so it is the mask that hides it.
    const unmasked = (await loadFormat(name))(richResult as ShownResult, tool);
    expect(unmasked).toContain(PASSWORD);
    expect(text).toContain('The tag');
  });

  it('ends with one line end, or is empty', async () => {
    const format = await loadFormat(name);
    expect(format(maskSecrets(richResult), tool)).toMatch(/[^\n]\n$/);
    expect(format(maskSecrets(cleanResult), tool)).toMatch(/^$|[^\n]\n$/);
  });

  it('gives the same text twice and leaves the result as it was', async () => {
    const format = await loadFormat(name);
    const before = structuredClone(richResult);
    expect(format(maskSecrets(richResult), tool)).toBe(format(maskSecrets(richResult), tool));
    expect(richResult).toEqual(before);
  });
});

describe('formats', () => {
  it('knows its names and nothing that objects inherit', () => {
    expect(isFormatName('sarif')).toBe(true);
    expect(isFormatName('toString')).toBe(false);
    expect(isFormatName('SARIF')).toBe(false);
  });
});
