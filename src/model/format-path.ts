import type { ValuesPath } from './values-path.ts';

const PLAIN_KEY = /^[A-Za-z_][A-Za-z0-9_-]*$/;

/** The path as people write it in a template or a `--set` flag: `ingress.hosts[0].host`, `annotations["a.b/c"]`. */
export function formatPath(path: ValuesPath): string {
  let text = '';
  for (const segment of path) {
    if (typeof segment === 'number') text += `[${segment}]`;
    else if (PLAIN_KEY.test(segment)) text += text === '' ? segment : `.${segment}`;
    else text += `[${JSON.stringify(segment)}]`;
  }
  return text;
}
