import { splitManifests, trimSpace } from './split-manifests.ts';

/** One document of what `helm template` prints. */
export interface PrintedDocument {
  /** As Helm calls the template. */
  readonly file: string;
  readonly content: string;
}

/** What `helm template` prints, and where in it each document starts. */
export interface PrintedRelease {
  readonly text: string;
  /** Offset of each document's content in the text, in the order of the documents. */
  readonly starts: readonly number[];
}

/** What `helm template` prints: definitions and manifests as one trimmed text, then the hooks (`pkg/cmd/template.go`). */
export function printRelease(
  manifests: readonly PrintedDocument[],
  hooks: readonly PrintedDocument[],
): PrintedRelease {
  let text = '';
  const starts: number[] = [];
  const add = ({ file, content }: PrintedDocument): void => {
    text += `---\n# Source: ${file}\n`;
    starts.push(text.length);
    text += `${content}\n`;
  };
  manifests.forEach(add);
  text = `${trimSpace(text)}\n`;
  hooks.forEach(add);
  return { text, starts };
}

/**
 * What is left of the printed text with `--show-only`: for each pattern the documents of the templates that it matches, whole
 * and in order. Undefined for a pattern that matches nothing. `matches` is Go's `filepath.Match`.
 */
export function showOnly(
  printed: string,
  patterns: readonly string[],
  helm: 3 | 4,
  matches: (pattern: string, path: string) => boolean,
):
  | { readonly shown: readonly { readonly content: string; readonly start: number }[] }
  | { readonly missing: string } {
  const documents = splitManifests(printed, helm);
  const shown: { content: string; start: number }[] = [];
  for (const pattern of patterns) {
    const found = documents.filter(({ content }) => {
      const name = /# Source: [^/]+\/(.+)/.exec(content)?.[1];
      return name !== undefined && matches(pattern, name);
    });
    if (found.length === 0) return { missing: pattern };
    shown.push(...found);
  }
  return { shown };
}
