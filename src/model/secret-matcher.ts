import type { PlacedAnnotation } from './annotation.ts';
import { looksSecret } from './looks-secret.ts';
import type { ValuesPath } from './values-path.ts';

interface Node {
  secret: boolean;
  readonly children: Map<string, Node>;
}

/** What the annotations and names on the way to a value say about it. Go down segment by segment with `below`. */
export interface SecretState {
  /** The patterns of annotations that can still match. */
  readonly nodes: readonly Node[];
  /** Some pattern marks the value, or a map or list around it. */
  readonly annotated: boolean;
  /** The closest name says that its value is a secret; `secret: false` may still overrule it. */
  readonly named: boolean;
}

/** Tells whether values are secrets that no message may show. */
export interface SecretMatcher {
  readonly start: SecretState;
  below(state: SecretState, segment: string | number): SecretState;
  /** Whether the state, which is that of the path, makes its value a secret. */
  settles(state: SecretState, path: ValuesPath): boolean;
}

const NO_NODES: readonly Node[] = [];
const PLAIN: SecretState = { nodes: NO_NODES, annotated: false, named: false };
const NAMED: SecretState = { nodes: NO_NODES, annotated: false, named: true };

/**
 * Tells for any path whether its value, or a map or list around it, is a secret that no message may show: by the
 * annotations (`secret: true`), else by the name of the key. `secret: false` overrules a name.
 */
export function secretMatcher(annotations: readonly PlacedAnnotation[]): (path: ValuesPath) => boolean {
  const { start, settles } = secretStates(annotations);
  return (path) => {
    let { nodes, annotated } = start;
    for (let i = 0; i < path.length && nodes.length > 0 && !annotated; i++) {
      nodes = childrenOf(nodes, path[i]!);
      annotated = nodes.some(({ secret }) => secret);
    }
    const name = path.findLast(isName);
    return settles({ nodes, annotated, named: name !== undefined && looksSecret(name) }, path);
  };
}

/** The same for walks over many values: each step costs the same, however deep it is. */
export function secretStates(annotations: readonly PlacedAnnotation[]): SecretMatcher {
  const root: Node = { secret: false, children: new Map() };
  const notSecret = new Set<string>();
  for (const { pattern, annotation } of annotations) {
    if (annotation.secret === false) notSecret.add(pattern.join('\n'));
    if (annotation.secret === true) nodeAt(root, pattern).secret = true;
  }
  const nodes = root.secret || root.children.size > 0 ? [root] : NO_NODES;
  return {
    start: nodes.length === 0 ? PLAIN : { nodes, annotated: root.secret, named: false },
    below,
    settles: ({ annotated, named }, path) => annotated || (named && !notSecret.has(path.join('\n'))),
  };
}

function nodeAt(root: Node, pattern: readonly string[]): Node {
  let node = root;
  for (const segment of pattern) {
    let next = node.children.get(segment);
    if (next === undefined) {
      next = { secret: false, children: new Map() };
      node.children.set(segment, next);
    }
    node = next;
  }
  return node;
}

function below({ nodes, annotated, named }: SecretState, segment: string | number): SecretState {
  const isNamed = isName(segment) ? looksSecret(segment) : named;
  if (nodes.length === 0 && !annotated) return isNamed ? NAMED : PLAIN;
  const next = childrenOf(nodes, segment);
  return { nodes: next, annotated: annotated || next.some(({ secret }) => secret), named: isNamed };
}

function childrenOf(nodes: readonly Node[], segment: string | number): readonly Node[] {
  const next: Node[] = [];
  for (const { children } of nodes) {
    const exact = children.get(String(segment));
    const any = children.get('*');
    if (exact !== undefined) next.push(exact);
    if (any !== undefined) next.push(any);
  }
  return next.length === 0 ? NO_NODES : next;
}

/** The items of a list are called as the list is. */
function isName(segment: string | number): segment is string {
  return typeof segment === 'string' && !/^\d+$/.test(segment);
}
