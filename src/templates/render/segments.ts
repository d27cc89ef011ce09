import type { Rendered } from './rendering-function.ts';

/** More are an endless recursion: Helm allows 1,000 calls of one name within each other. */
const MOST_SEGMENTS = 40;

/** What is divided: where it is can be kept and put back. */
interface Divided {
  /** Whether what is nested takes about half of the stack. */
  isDeep(): boolean;
  snapshot(): () => void;
}

/** Thrown where the stack holds no deeper calls: this one is to be rendered from the bottom of the stack first. */
class Suspended {
  readonly call: number;
  readonly resume: () => Rendered;

  constructor(call: number, resume: () => Rendered) {
    this.call = call;
    this.resume = resume;
  }
}

type Outcome = { readonly rendered: Rendered } | { readonly error: unknown };

/**
 * Renders calls of templates that are nested deeper than JavaScript's stack: where it gets too deep, everything up to the bottom is left, the call is
 * rendered there, and what was left begins again and finds it done. Templates do the same each time, so the calls of a segment are known by
 * their order. One that has changed a map, which it would do twice, is not left.
 */
export class Segments {
  readonly #run: Divided;
  #calls = 0;
  #done: ReadonlyMap<number, Outcome> = new Map();
  #depth = 0;
  #hasChanged = false;

  constructor(run: Divided) {
    this.#run = run;
  }

  /** What templates do to a map stays done. */
  noteChange(): void {
    this.#hasChanged = true;
  }

  /** Renders from here on as a segment of its own. */
  start<T>(render: () => T): T {
    const restore = this.#run.snapshot();
    const done = new Map<number, Outcome>();
    this.#depth += 1;
    try {
      for (;;) {
        restore();
        this.#calls = 0;
        this.#done = done;
        this.#hasChanged = false;
        try {
          return render();
        } catch (error) {
          if (!(error instanceof Suspended)) throw error;
          done.set(error.call, this.#outcome(error.resume));
        }
      }
    } finally {
      this.#depth -= 1;
    }
  }

  /** Renders a call, or says what came of it before. */
  call(render: () => Rendered): Rendered {
    const number = this.#calls++;
    const known = this.#done.get(number);
    if (known !== undefined) {
      if ('error' in known) throw known.error;
      return known.rendered;
    }
    if (!this.#run.isDeep() || this.#hasChanged || this.#depth >= MOST_SEGMENTS) return render();
    const restore = this.#run.snapshot();
    throw new Suspended(number, () => {
      restore();
      return this.start(render);
    });
  }

  #outcome(resume: () => Rendered): Outcome {
    try {
      return { rendered: resume() };
    } catch (error) {
      return { error };
    }
  }
}
