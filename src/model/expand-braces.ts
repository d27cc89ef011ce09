import { LIMITS } from './limits.ts';

/** `a{b,c}` as `ab` and `ac`; braces that do not close stay as they are. Undefined where they stand for too many globs. */
export function expandBraces(glob: string): string[] | undefined {
  let expanded = [glob];
  for (;;) {
    const next = expanded.flatMap(expandFirst);
    if (next.length > LIMITS.globChoices) return undefined;
    if (next.length === expanded.length && next.every((one, i) => one === expanded[i])) return expanded;
    expanded = next;
  }
}

/** The choices of the first pair of braces that holds no other. */
function expandFirst(glob: string): string[] {
  const match = /^(.*?)\{([^{}]*)\}(.*)$/s.exec(glob);
  if (match === null) return [glob];
  const [, before = '', choices = '', after = ''] = match;
  return choices.split(',').map((choice) => `${before}${choice}${after}`);
}
