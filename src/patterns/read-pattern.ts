import type { PatternNode } from './pattern-node.ts';

/** One piece of an expression: a class, an escape, the start of a group, a quantifier, or a character. */
const PIECE =
  /\[(?:\\.|[^\]\\])*\]|\\(?:u\{[^}]*\}|u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|[pP]\{[^}]*\}|c[A-Za-z]|k<[^>]*>|[1-9][0-9]*|.)|\((?:\?(?:<?[=!]|:|<[^>]*>|.))?|[*+?]\??|\{[0-9]+(?:,[0-9]*)?\}\??|./gsu;

/** How deep groups may be nested; what is deeper nobody reads. */
const DEPTH = 100;

/** The tree of an expression that JavaScript can read; undefined when it has what is newer, or is nested deeply. */
export function readPattern({ source, unicode }: RegExp): PatternNode | undefined {
  // Without the flag a character is half of a pair.
  if (!unicode && /[\uD800-\uDFFF]/.test(source)) return undefined;
  const pieces = source.match(PIECE) ?? [];
  let at = 0;
  const choice = (depth: number): PatternNode | undefined => {
    if (depth > DEPTH) return undefined;
    const choices: PatternNode[][] = [[]];
    for (; at < pieces.length && pieces[at] !== ')'; at++) {
      const piece = pieces[at]!;
      const nodes = choices.at(-1)!;
      if (piece === '|') choices.push([]);
      else if (/^(?:[*+?]|\{[0-9])/.test(piece)) {
        const node = nodes.pop();
        if (node === undefined) return undefined;
        nodes.push({ kind: 'repetition', node, ...bounds(piece) });
      } else if (piece.startsWith('(')) {
        const isLook = /^\(\?<?[=!]/.test(piece);
        if (!isLook && !/^\((?:$|\?:|\?<)/.test(piece)) return undefined;
        at++;
        const inner = choice(depth + 1);
        if (inner === undefined) return undefined;
        nodes.push(isLook ? { kind: 'look', node: inner } : inner);
      } else if (piece === '^' || piece === '$' || piece === '\\b' || piece === '\\B')
        nodes.push({ kind: 'place', at: piece });
      else if (/^\\(?:[1-9]|k<)/.test(piece)) nodes.push({ kind: 'reference' });
      else nodes.push({ kind: 'character', source: piece });
    }
    const sequences = choices.map(
      (nodes): PatternNode => (nodes.length === 1 ? nodes[0]! : { kind: 'sequence', nodes }),
    );
    return sequences.length === 1 ? sequences[0]! : { kind: 'choice', nodes: sequences };
  };
  const tree = choice(0);
  return at === pieces.length ? tree : undefined;
}

function bounds(piece: string): { least: number; most: number } {
  if (piece.startsWith('*')) return { least: 0, most: Number.POSITIVE_INFINITY };
  if (piece.startsWith('+')) return { least: 1, most: Number.POSITIVE_INFINITY };
  if (piece.startsWith('?')) return { least: 0, most: 1 };
  const [, least = '', comma, most = ''] = /^\{([0-9]+)(,?)([0-9]*)\}/.exec(piece) ?? [];
  return {
    least: Number(least),
    most: comma === '' ? Number(least) : most === '' ? Number.POSITIVE_INFINITY : Number(most),
  };
}
