import type { LoadedManifest } from '../../documents/source-files.ts';
import type { Finding } from '../../model/finding.ts';
import { manifestFinding } from '../manifest-finding.ts';

const KEY = /^([a-zA-Z]+):/;
const SEPARATOR = /^--- *$/;
const FIRST = new Set(['bases', 'environments']);

/**
 * What helmfile v1 demands of the parts of a file (`pkg/policy/checker.go`, which reads lines): `environments` and `releases` have a `---` between
 * them, and `bases` and `environments` stand above `releases`.
 */
export function partFindings({ text, source }: LoadedManifest): Finding[] {
  const seen: { readonly key: string; readonly start: number }[] = [];
  let at = 0;
  for (const line of text.split('\n')) {
    const key = SEPARATOR.test(line.trimEnd()) ? '---' : KEY.exec(line)?.[1];
    if (key === '---' || key === 'releases' || FIRST.has(key ?? '')) seen.push({ key: key!, start: at });
    at += line.length + 1;
  }
  const span = (index: number): Finding['span'] => {
    const { key, start } = seen[index]!;
    return { source, start, end: start + key.length };
  };
  const late = seen.findIndex(
    ({ key }, i) => FIRST.has(key) && seen.slice(0, i).some((one) => one.key === 'releases'),
  );
  if (late !== -1) {
    return [
      manifestFinding('parts', 'error', span(late), {
        problem: `${seen[late]!.key} stands below releases`,
        why: 'helmfile v1 refuses the file: what releases may use comes first.',
        help: `Move ${seen[late]!.key} to the top, with a line "---" below it.`,
      }),
    ];
  }
  const counted = seen.filter(({ key }) => key !== 'bases');
  const pair = counted.findIndex(
    ({ key }, i) => key === 'environments' && counted[i + 1]?.key === 'releases',
  );
  if (pair === -1) return [];
  return [
    manifestFinding('parts', 'error', span(seen.indexOf(counted[pair]!)), {
      problem: 'environments and releases stand in one part of the file',
      why: 'helmfile v1 refuses the file.',
      help: 'Write a line "---" between them.',
    }),
  ];
}
