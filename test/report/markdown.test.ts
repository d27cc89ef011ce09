import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/model/finding.ts';
import type { LintResult } from '../../src/model/lint-result.ts';
import { fileSource } from '../../src/model/source.ts';
import { codeBlock, codeLink, codeSpan, escapeMarkdown } from '../../src/report/escape-markdown.ts';
import { formatMarkdown } from '../../src/report/markdown.ts';
import { maskSecrets } from '../../src/report/mask-secrets.ts';
import { cleanResult, crowdedResult, richResult, tool } from './rich-result.ts';

describe('escapeMarkdown', () => {
  it.each([
    ['a | b', 'a \\| b'],
    ['<b>&amp;', '\\<b\\>\\&amp;'],
    ['[x](y) ![z]', '\\[x\\](y) !\\[z\\]'],
    ['@team #12 @ #', '@&#8203;team #&#8203;12 @ #'],
    ['# no heading', '\\# no heading'],
    ['- no list', '\\- no list'],
    ['1. no list', '1\\. no list'],
    ['    no code', 'no code'],
    ['two\n\nlines\u001b', 'two lines␛'],
    ['\\|', '\\\\\\|'],
  ])('writes %j so that it shows as it is', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });
});

describe('code', () => {
  it('fences backticks with more of them', () => {
    expect(codeSpan('a')).toBe('`a`');
    expect(codeSpan('a``b`c')).toBe('```a``b`c```');
    expect(codeSpan('`a`')).toBe('`` `a` ``');
    expect(codeBlock(['```', 'x'], 'text')).toBe('````text\n```\nx\n````');
  });

  it('links only with a safe address', () => {
    expect(codeLink('r', undefined)).toBe('`r`');
    expect(codeLink('r', 'https://x.example/a b)|<c>')).toBe('[`r`](https://x.example/a%20b%29%7c%3cc%3e)');
  });
});

/** The severities that a text such as `3 errors, 1 info` counts. */
function counted(text: string): number {
  return [...text.matchAll(/(\d+) (?:errors?|warnings?|infos?)\b/g)].reduce(
    (sum, [, n]) => sum + Number(n),
    0,
  );
}

function partsOf(text: string): { rows: string[]; frames: number; notListed: number; notDetailed: number } {
  const left = /\*\*(.*) more\*\* did not fit/.exec(text);
  const folded = /Details of (\d+) findings? are left out/.exec(text);
  return {
    rows: text.match(/^\| (?:🔴|🟡|🔵) .*\|$/gmu) ?? [],
    frames: text.match(/^(?:🔴|🟡|🔵) \*\*Line/gmu)?.length ?? 0,
    notListed: left === null ? 0 : counted(left[1]!),
    notDetailed: folded === null ? 0 : Number(folded[1]),
  };
}

const long = (length: number): LintResult => ({
  ...richResult,
  findings: richResult.findings.map(
    (finding): Finding => ({
      ...finding,
      problem: '😀`'.repeat(length),
      related: Array.from({ length: 50 }, () => ({ span: finding.span, message: '|'.repeat(length) })),
      span: { ...finding.span, source: fileSource(`${'deep/'.repeat(length)}${finding.span.source.shown}`) },
    }),
  ),
});

describe('markdown', () => {
  it.each([
    ['rich', richResult],
    ['30', crowdedResult(30)],
    ['3,000', crowdedResult(3_000)],
    ['long', long(2_000)],
  ] as [string, LintResult][])('stays under the limit and counts what is left out: %s', (_name, result) => {
    const text = formatMarkdown(maskSecrets(result), tool);
    expect(text.length).toBeLessThan(65_536);
    const { rows, frames, notListed, notDetailed } = partsOf(text);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.length + notListed).toBe(result.findings.length);
    expect(frames + notDetailed).toBe(result.findings.length);
    expect(text.match(/<details>/g)?.length ?? 0).toBe(text.match(/<\/details>/g)?.length ?? 0);
  });

  it('uses the room there is', () => {
    expect(formatMarkdown(maskSecrets(crowdedResult(3_000)), tool).length).toBeGreaterThan(60_000);
  });

  it('lists errors before warnings before infos', () => {
    const marks = partsOf(formatMarkdown(maskSecrets(crowdedResult(30)), tool)).rows.map((row) =>
      row.slice(2, 4),
    );
    expect(marks).toEqual([...marks].sort((a, b) => '🔴🟡🔵'.indexOf(a) - '🔴🟡🔵'.indexOf(b)));
    expect(new Set(marks).size).toBe(3);
  });

  it('keeps every row at four cells', () => {
    for (const row of partsOf(formatMarkdown(maskSecrets(richResult), tool)).rows) {
      expect(row.replaceAll(/\\\\|\\\|/g, '').split('|')).toHaveLength(6);
    }
  });

  it('has no tag but its own', () => {
    const outside = formatMarkdown(maskSecrets(richResult), tool)
      .replaceAll(/^```[\s\S]*?^```$/gm, '')
      .replaceAll(/`[^`\n]+`/g, '')
      .replaceAll(/\\</g, '');
    const tags = new Set(outside.match(/<[^>]*>/g));
    expect(tags).toEqual(
      new Set([
        '<!-- chartlint -->',
        '<details>',
        '</details>',
        '<summary>',
        '</summary>',
        '<code>',
        '</code>',
      ]),
    );
  });

  it('begins with the mark that finds the comment again, also when nothing is found', () => {
    expect(formatMarkdown(maskSecrets(richResult), tool)).toMatch(/^<!-- chartlint -->\n/);
    expect(formatMarkdown(maskSecrets(cleanResult), tool)).toMatch(
      /^<!-- chartlint -->\n### chartlint: nothing to report\n/,
    );
  });

  it('says why a rule matters once', () => {
    const text = formatMarkdown(maskSecrets(richResult), tool);
    expect(text.match(/Two pods of one Deployment/g)).toHaveLength(1);
  });
});
