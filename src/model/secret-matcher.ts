import type { PlacedAnnotation } from './annotation.ts';
import { looksSecret } from './looks-secret.ts';
import type { ValuesPath } from './values-path.ts';

interface Node {
  secret: boolean;
  readonly children: Map<string, Node>;
}

/**
 * Tells for any path whether its value, or a map or list around it, is a secret that no message may show: by the
 * annotations (`secret: true`), else by the name of the key. `secret: false` overrules a name.
 */
export function secretMatcher(annotations: readonly PlacedAnnotation[]): (path: ValuesPath) => boolean {
  const root: Node = { secret: false, children: new Map() };
  const notSecret = new Set<string>();
  let isAnnotated = false;
  for (const { pattern, annotation } of annotations) {
    if (annotation.secret === false) notSecret.add(pattern.join('\n'));
    if (annotation.secret !== true) continue;
    let node = root;
    for (const segment of pattern) {
      const next = node.children.get(segment) ?? { secret: false, children: new Map() };
      node.children.set(segment, next);
      node = next;
    }
    node.secret = true;
    isAnnotated = true;
  }
  return (path) => {
    if (isAnnotated && annotated(root, path)) return true;
    const key = path.findLast((segment) => typeof segment === 'string' && !/^\d+$/.test(segment));
    return typeof key === 'string' && looksSecret(key) && !notSecret.has(path.join('\n'));
  };
}

/** Whether some pattern marks the path or what it lies in. */
function annotated(root: Node, path: ValuesPath): boolean {
  let nodes = [root];
  for (const segment of path) {
    if (nodes.some((node) => node.secret)) return true;
    nodes = nodes.flatMap(({ children }) =>
      [children.get(String(segment)), children.get('*')].filter((node) => node !== undefined),
    );
    if (nodes.length === 0) return false;
  }
  return nodes.some((node) => node.secret);
}
