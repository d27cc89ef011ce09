/** Bitnami's `## @param image.tag [string] The tag` and the older helm-docs `# image.tag -- The tag`. */
const PARAM = /^[ \t]*#+[ \t]*(?:@param[ \t]+(\S+)[ \t]+(?:\[[^\]\n]*\][ \t]*)?|([\w.[\]-]+) -- )(.+)$/gm;

/** Descriptions that the comments of a values file give by the dotted path of a value, wherever they stand. */
export function paramComments(text: string): Map<string, string> {
  return new Map(
    Array.from(text.matchAll(PARAM), ([, param, older, words = '']) => [param ?? older ?? '', words.trim()]),
  );
}
