import type { PatternNode } from './pattern-node.ts';

/** What a machine does in one state. */
type State =
  | { readonly kind: 'character'; readonly test: (character: string) => boolean; readonly next: number }
  | { readonly kind: 'place'; readonly holds: (text: string, at: number) => boolean; readonly next: number }
  | { readonly kind: 'fork'; readonly next: readonly number[] }
  | { readonly kind: 'end' };

/** Tells whether an expression matches anywhere in a text, in time that grows with the length of the text only. */
export interface PatternMachine {
  /** How many states it has: that many steps may a character take. */
  readonly size: number;
  test(text: string): boolean;
}

/** The machine of an expression; undefined when it would have more states than `most`, or has what no
 * such machine can know. It means what JavaScript means by the flags. */
export function patternMachine(tree: PatternNode, flags: string, most: number): PatternMachine | undefined {
  const states: State[] = [];
  let isPossible = true;
  const tests = new Map<string, (character: string) => boolean>();
  const add = (state: State): number => states.push(state) - 1;
  const build = (node: PatternNode, next: number): number => {
    if (states.length > most) return next;
    switch (node.kind) {
      case 'character': {
        const test = tests.get(node.source) ?? characterTest(node.source, flags);
        tests.set(node.source, test);
        return add({ kind: 'character', test, next });
      }
      case 'place':
        return add({ kind: 'place', holds: placeTest(node.at, flags), next });
      case 'look':
      case 'reference':
        isPossible = false;
        return next;
      case 'sequence':
        return node.nodes.reduceRight((after, one) => build(one, after), next);
      case 'choice':
        return add({ kind: 'fork', next: node.nodes.map((one) => build(one, next)) });
      case 'repetition':
        return repeat(node.node, node.least, node.most, next);
    }
  };
  const repeat = (node: PatternNode, least: number, most_: number, next: number): number => {
    let after = next;
    if (most_ === Number.POSITIVE_INFINITY) {
      const loop: number[] = [];
      after = add({ kind: 'fork', next: loop });
      loop.push(build(node, after), next);
    } else {
      for (let i = least; i < most_ && states.length <= most; i++)
        after = add({ kind: 'fork', next: [build(node, after), next] });
    }
    for (let i = 0; i < least && states.length <= most; i++) after = build(node, after);
    return after;
  };
  const start = build(tree, add({ kind: 'end' }));
  if (!isPossible || states.length > most) return undefined;
  const steps = /[uv]/.test(flags) ? undefined : '';
  return { size: states.length, test: (text) => runs(states, start, text, steps) };
}

/** All states at once, character by character. */
function runs(states: readonly State[], start: number, text: string, units: '' | undefined): boolean {
  const seen = new Int32Array(states.length).fill(-1);
  let active: number[] = [];
  let at = 0;
  /** Follows what takes no character; true at the end of the expression. */
  const enter = (first: number, into: number[]): boolean => {
    const todo = [first];
    for (let index = todo.pop(); index !== undefined; index = todo.pop()) {
      if (seen[index] === at) continue;
      seen[index] = at;
      const state = states[index]!;
      if (state.kind === 'end') return true;
      if (state.kind === 'character') into.push(index);
      else if (state.kind === 'fork') todo.push(...state.next);
      else if (state.holds(text, at)) todo.push(state.next);
    }
    return false;
  };
  for (;;) {
    if (enter(start, active)) return true;
    if (at >= text.length) return false;
    const character = units === undefined ? String.fromCodePoint(text.codePointAt(at)!) : text[at]!;
    at += character.length;
    const next: number[] = [];
    for (const index of active) {
      const state = states[index] as State & { kind: 'character' };
      if (state.test(character) && enter(state.next, next)) return true;
    }
    active = next;
  }
}

/** JavaScript's own answer, asked once for each character. */
function characterTest(source: string, flags: string): (character: string) => boolean {
  const expression = new RegExp(`^${source}$`, flags.replaceAll(/[gym]/g, ''));
  const known = new Map<string, boolean>();
  return (character) => {
    let answer = known.get(character);
    if (answer === undefined) {
      answer = expression.test(character);
      known.set(character, answer);
    }
    return answer;
  };
}

function placeTest(at: '^' | '$' | '\\b' | '\\B', flags: string): (text: string, at: number) => boolean {
  const lines = flags.includes('m');
  const isLine = (text: string, i: number): boolean => lines && /[\n\r\u2028\u2029]/.test(text[i] ?? '');
  if (at === '^') return (text, i) => i === 0 || isLine(text, i - 1);
  if (at === '$') return (text, i) => i === text.length || isLine(text, i);
  const word = characterTest('\\w', flags);
  const isEdge = (text: string, i: number): boolean =>
    (i > 0 && word(text[i - 1]!)) !== (i < text.length && word(text[i]!));
  return at === '\\b' ? isEdge : (text, i) => !isEdge(text, i);
}
