/** Characters (UTF-16 units) of one word, and of a whole text, that are shown. Helm reads no key of more than 1,024. */
const LONGEST_WORD = 200;
const LONGEST_TEXT = 4000;
const LONGEST_SEGMENT = 1024;

/** The text with its middle left out, and the middle of each long word: a key or value of megabytes is not repeated in reports. */
export function shortenText(text: string): string {
  if (text.length <= LONGEST_WORD) return text;
  return cutMiddle(text, LONGEST_TEXT).replaceAll(/\S+/g, (word) => cutMiddle(word, LONGEST_WORD));
}

/** The same for a JSON Pointer: each key by itself. */
export function shortenPointer(pointer: string): string {
  if (pointer.length <= LONGEST_SEGMENT) return pointer;
  return pointer.replaceAll(/[^/]+/g, (segment) => cutMiddle(segment, LONGEST_SEGMENT));
}

function cutMiddle(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = Math.floor(most / 3);
  const before = text.slice(0, most - end - 1).replace(/[\uD800-\uDBFF]$/, '');
  return `${before}…${text.slice(-end).replace(/^[\uDC00-\uDFFF]/, '')}`;
}
