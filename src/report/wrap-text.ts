/** The text with line ends between words, so that no line is wider than `width` unless one word is. Colours take no room. */
export function wrapText(text: string, width = 100): string {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of text.replaceAll(/(?<!\s)\s*\n\s*/g, ' ').split(' ')) {
    const room = columns(word);
    if (line !== '' && used + 1 + room > width) {
      lines.push(line);
      line = word;
      used = room;
    } else {
      used += line === '' ? room : room + 1;
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line].join('\n');
}

/** What a terminal shows of the word, in UTF-16 units. */
function columns(word: string): number {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: colours start with the escape character
  return word.includes('\u001b') ? word.replaceAll(/\u001b\[\d+m/g, '').length : word.length;
}
