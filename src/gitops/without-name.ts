import type { Finding } from '../model/finding.ts';
import type { JsonObject } from '../model/json-value.ts';
import type { Placed } from '../model/placed.ts';
import type { ValuesPath } from '../model/values-path.ts';
import { manifestFinding } from './manifest-finding.ts';

const SET_NOTHING =
  'Nothing is set: the tool refuses the entry, or hands Helm an empty name, which passes over it.';

/** Says of an entry at a path that sets a value that its name is missing, or is no text. */
export function withoutName(
  of: Placed,
  at: ValuesPath,
  item: JsonObject,
  words = { why: SET_NOTHING, help: 'Write name: PATH, such as image.tag.' },
): Finding {
  const { name = '' } = item;
  const isMissing = name === '' || name === null;
  return manifestFinding('missing-name', 'error', of.locate(isMissing ? at : [...at, 'name'], 'value'), {
    problem: isMissing ? 'This entry has no name' : 'The name of this entry is no text',
    why: isMissing
      ? words.why
      : 'YAML reads off, yes and 123 as something else: Kubernetes refuses the object.',
    help: isMissing ? words.help : 'Write it in quotes.',
  });
}
