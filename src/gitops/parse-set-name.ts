import { applyFlag } from '../merge/apply-flag.ts';
import { Draft } from '../merge/draft.ts';
import { FlagError } from '../merge/flag-problem.ts';
import type { ValuesPath } from '../model/values-path.ts';

/** The path that a name as `--set` takes it leads to (`a.b[0]`, `a\.b`); empty when it is none, or several. */
export function parseSetName(name: string): ValuesPath {
  const draft = new Draft();
  const paths: ValuesPath[] = [];
  try {
    applyFlag(
      'set-string',
      { text: `${name}=` },
      {
        draft,
        data: draft.newMap(),
        onWrite: ({ segments }) => paths.push(segments.map((segment) => segment.name)),
      },
      4,
    );
  } catch (error) {
    if (!(error instanceof FlagError)) throw error;
  }
  return paths.length === 1 ? paths[0]! : [];
}
