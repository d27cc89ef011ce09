import { builtinModule } from '../files/builtin-module.ts';

/** Releases from which on a run is long enough to pay for less. */
const MANY = 100;

/** The part of V8's settings that is used; other runtimes have none of it. */
type V8 = Partial<Pick<typeof import('node:v8'), 'setFlagsFromString'>>;

/**
 * For a run over so many releases: lets V8 inline a fifth of what it would. Rules are many small functions, each called with all kinds
 * of releases; to optimize them with all that they call takes more time than a run of seconds gets back. For programs of our own
 * only: it holds for the whole process.
 */
export function inlineLess(releases: number): void {
  if (releases < MANY || 'Bun' in globalThis) return;
  builtinModule<V8>('node:v8')?.setFlagsFromString?.('--max-inlined-bytecode-size-cumulative=200');
}
