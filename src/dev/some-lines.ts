/** Thirty lines of a text from a line on (counted on from the first again where there are fewer), at the margin. */
export function someLines(text: string, from: number): string {
  const lines = text.split('\n');
  const start = from % lines.length;
  const run = lines.slice(start, start + 30);
  const margin = Math.min(...run.filter((line) => /\S/.test(line)).map((line) => line.search(/\S/)));
  return run.map((line) => line.slice(margin)).join('\n');
}
