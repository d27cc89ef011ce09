import { visibleLine } from './visible-text.ts';

/** Any character that Markdown or GitHub gives a meaning inside a paragraph or table. */
const SPECIAL = /[\\`*_{}[\]<>|~&$]/g;

/** The text as one line of Markdown that shows just that; mentions, issue numbers and addresses in it notify nobody and lead nowhere. */
export function escapeMarkdown(text: string): string {
  return (
    visibleLine(text)
      .trim()
      .replaceAll(SPECIAL, (character) => `\\${character}`)
      .replace(/^[-+#=]/, '\\$&')
      .replace(/^(\d+)([.)])/, '$1\\$2')
      .replaceAll(/[@#](?=\w)/g, '$&&#8203;')
      // GitHub makes links of addresses, whether they are written as such or not.
      .replaceAll(/:(?=\/\/)|\bwww(?=\.)/gi, '$&&#8203;')
  );
}

/** The text as inline code. In a table its pipes must be escaped on top. */
export function codeSpan(text: string): string {
  const line = visibleLine(text);
  const fence = '`'.repeat(longestRun(line) + 1);
  const space = line.startsWith('`') || line.endsWith('`') || line === '' ? ' ' : '';
  return `${fence}${space}${line}${space}${fence}`;
}

/** The lines as a code block. */
export function codeBlock(lines: readonly string[], language: string): string {
  const fence = '`'.repeat(Math.max(3, longestRun(lines.join('\n')) + 1));
  return [fence + language, ...lines, fence].join('\n');
}

/** A link whose text is inline code; just the code without an address. */
export function codeLink(text: string, address: string | undefined): string {
  if (address === undefined) return codeSpan(text);
  const safe = address.replaceAll(
    /[\s<>()|\\]/g,
    (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
  return `[${codeSpan(text)}](${safe})`;
}

function longestRun(text: string): number {
  return (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0);
}
