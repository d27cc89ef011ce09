import type { PatternNode } from './pattern-node.ts';

/** In how many ways an engine that goes back may try the expression on a text of that length, at the most; infinite beyond counting. */
export function backtrackingCost(node: PatternNode, length: number): number {
  return (isAnchored(node) ? 1 : length + 1) * ways(node, length);
}

function ways(node: PatternNode, length: number): number {
  switch (node.kind) {
    case 'character':
    case 'place':
    case 'reference':
      return 1;
    case 'look':
      return ways(node.node, length) + length;
    case 'sequence':
      return node.nodes.reduce((product, one) => product * ways(one, length), 1);
    case 'choice':
      return node.nodes.reduce((sum, one) => sum + ways(one, length), 0);
    case 'repetition': {
      const inner = ways(node.node, length);
      const most = Math.min(node.most, Math.max(node.least, length));
      // What can be read in one way only gives as many ways as there are places to stop at.
      if (inner <= 1) return most - node.least + 1;
      return most <= 1 ? inner + 1 : inner ** most * (most - node.least + 1);
    }
  }
}

function isAnchored(node: PatternNode): boolean {
  if (node.kind === 'place') return node.at === '^';
  if (node.kind === 'choice') return node.nodes.every(isAnchored);
  if (node.kind === 'sequence') return node.nodes[0] !== undefined && isAnchored(node.nodes[0]);
  return false;
}
