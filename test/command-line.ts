/** Splits the text of a fixture's `args` file as a POSIX shell would: spaces, line ends, single and double quotes. */
export function splitArguments(text: string): string[] {
  const words = text.matchAll(/(?:[^\s'"]+|'[^']*'|"[^"]*")+/g);
  return Array.from(words, ([word]) =>
    word.replaceAll(/'([^']*)'|"([^"]*)"/g, (_, single, double) => single ?? double),
  );
}
