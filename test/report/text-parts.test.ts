import { describe, expect, it } from 'vitest';
import { LineIndex } from '../../src/model/line-index.ts';
import { fileSource, isFileOnDisk } from '../../src/model/source.ts';
import { codeFrame } from '../../src/report/code-frame.ts';
import { formatConcise } from '../../src/report/concise.ts';
import { maskSecrets } from '../../src/report/mask-secrets.ts';
import { namedSource } from '../../src/report/named-source.ts';
import { repositoryPath } from '../../src/report/repository-path.ts';
import { plainStyle } from '../../src/report/style.ts';
import { visibleLine, visibleText } from '../../src/report/visible-text.ts';
import { richResult, tool } from './rich-result.ts';

describe('visibleText', () => {
  it('draws what would act on a terminal, one unit for one', () => {
    const text = 'a\u001b[31m\u0000\u007f\u009b\u202e\ud800 b\tc\n😀';
    expect(visibleText(text)).toBe('a␛[31m␀␡\uFFFD\uFFFD\uFFFD b\tc\n😀');
    expect(visibleText(text)).toHaveLength(text.length);
  });

  it('puts lines into one', () => {
    expect(visibleLine('a \r\n  b\u2028c')).toBe('a b c');
  });
});

describe('isFileOnDisk', () => {
  it.each(['values.yaml', '../a b/c.yaml', '/etc/x', 'C:\\x.yaml', '--odd.yaml', '-x'])('%s is', (name) => {
    expect(isFileOnDisk(namedSource(name))).toBe(true);
  });

  it.each(['--set a=b', '--set-json a={"b":1}', '--set-file a=b.txt', '-', '<stdin>', ''])(
    '%j is not',
    (name) => {
      expect(isFileOnDisk(namedSource(name))).toBe(false);
    },
  );
});

describe('repositoryPath', () => {
  it.each([
    ['values.yaml', '', 'values.yaml'],
    ['values.yaml', 'deploy/', 'deploy/values.yaml'],
    ['./a//b.yaml', './deploy', 'deploy/a/b.yaml'],
    ['../b.yaml', 'deploy/x', 'deploy/b.yaml'],
    ['../../b.yaml', 'deploy', '../b.yaml'],
    ['/etc/b.yaml', 'deploy', '/etc/b.yaml'],
    ['D:\\b.yaml', 'deploy', 'D:\\b.yaml'],
  ])('%s in %j is %s', (file, pathPrefix, expected) => {
    expect(repositoryPath(file, { pathPrefix })).toBe(expected);
  });
});

describe('codeFrame', () => {
  const frame = (text: string, start: number, end: number): string[] =>
    codeFrame(new LineIndex(text), [{ span: { source: fileSource('f'), start, end } }]);

  it('underlines a span and keeps tabs, so that the marker stands below it', () => {
    expect(frame('a:\n\tb: value\n', 7, 12)).toEqual(['  |', '2 | \tb: value', '  | \t   ^^^^^']);
  });

  it('marks one character at an empty span and at the end of the line', () => {
    expect(frame('ab', 1, 1)).toEqual(['  |', '1 | ab', '  |  ^']);
    expect(frame('ab', 2, 2)).toEqual(['  |', '1 | ab', '  |   ^']);
  });

  it('underlines only the first of several lines', () => {
    expect(frame('a: b  \nc: d\n', 3, 10)).toEqual(['  |', '1 | a: b', '  |    ^']);
  });

  it('shows nothing for a blank line, nor for the file as a whole', () => {
    expect(frame('a\n\nb', 2, 2)).toEqual([]);
    expect(frame('ab', 0, 0)).toEqual([]);
  });

  it('cuts long lines around the span and between characters', () => {
    for (let shift = 0; shift < 2; shift++) {
      const before = 'x'.repeat(shift) + '😀'.repeat(200);
      const text = `${before}here${'😀'.repeat(200)}`;
      const [, code, marker] = frame(text, before.length, before.length + 4);
      expect(code!.slice(marker!.indexOf('^'), marker!.lastIndexOf('^') + 1)).toBe('here');
      expect(code).not.toMatch(/\p{Cs}/u);
      expect(code).toMatch(/^1 \| ….*…$/u);
      expect(code!.length).toBeLessThan(130);
    }
  });

  it('draws an escape sequence', () => {
    expect(frame('a: \u001b[2J', 3, 7)[1]).toBe('1 | a: ␛[2J');
  });
});

describe('concise', () => {
  it('has one line per finding and a summary', () => {
    const lines = formatConcise(maskSecrets(richResult), tool).trimEnd().split('\n');
    expect(lines).toHaveLength(richResult.findings.length + 1);
    for (const line of lines.slice(0, -1))
      expect(line).toMatch(/^.+:\d+:\d+: (error|warning|info) .+ \[[\w/-]+\]$/);
  });

  it('marks text with the style it is given', () => {
    const loud = (text: string): string => text.toUpperCase();
    const style = { ...plainStyle, error: loud };
    const text = formatConcise(maskSecrets(richResult), tool, { style });
    expect(text).toContain(': ERROR ');
    expect(text).toContain('10 ERRORS');
  });
});
