import type { ManifestCheck } from './manifest-check.ts';
import { textIn } from './manifest-node.ts';
import { refuse } from './refuse.ts';
import { showText } from './structure/show-value.ts';

/** Which names of a manifest a check is about, and what it demands of them. */
interface NameRule extends Pick<ManifestCheck, 'id' | 'on' | 'source'> {
  /** The field that holds the name; `name` by default. */
  readonly field?: string;
  /** What the name is called in messages: `volume name`. */
  readonly called: string;
  /** What is wrong with a name under this minor version of Kubernetes; undefined when nothing is. */
  readonly problem: (name: string, minor: number) => string | undefined;
  readonly help: string;
}

/** A check that a name is one that Kubernetes takes. */
export function nameCheck({ field = 'name', called, problem, help, ...about }: NameRule): ManifestCheck {
  return {
    ...about,
    *check(node) {
      const name = textIn(node.value, field);
      const wrong = name === undefined ? undefined : problem(name, node.minor);
      if (wrong !== undefined) yield refuse(node, field, `${called} ${showText(name!)} ${wrong}`, help);
    },
  };
}
