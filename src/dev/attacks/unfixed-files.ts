/** A values file with one safe fix. */
export const UNFIXED = `image:\n  repository: python\n  tag: 3.10\n# ${'x'.repeat(2000)}\n`;

/** What the text was before its fix. */
export function unfixed(text: string): string {
  return text.replace('"3.10"', '3.10');
}

/** So many values files, a folder each. */
export function unfixedFiles(count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, i) => [`d${i}/values.yaml`, UNFIXED]));
}
