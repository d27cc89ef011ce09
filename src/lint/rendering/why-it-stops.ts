import { formatPath } from '../../model/format-path.ts';
import type { Statement } from '../../model/statement.ts';
import type { ValuesPath } from '../../model/values-path.ts';
import type { RenderFailure } from '../../templates/render/render-failure.ts';

/** Why a template stops, in parts. `where` is the file and line, `path` the value that is at fault. */
export function whyItStops(
  { kind, reason, frames }: RenderFailure,
  where: string,
  path: ValuesPath | undefined,
): Statement {
  const node = frames.at(-1)?.node ?? '';
  const name = path === undefined || path.length === 0 ? undefined : formatPath(path);
  // `fail` and `required` say their words again.
  const isOwnWords = kind === 'fail' || kind === 'required';
  const stops = `Helm stops at ${where}${node === '' || isOwnWords ? '' : ` (${node})`}`;
  const [first, ...further] = sentences(reason);
  const more = further.length === 0 ? '' : ` The chart says further: ${further.join(' ')}`;
  switch (kind) {
    case 'nil pointer':
      return {
        problem:
          name === undefined
            ? `a template reads inside of something that is null`
            : `a template reads inside of ${name}, which is null`,
        why: `${stops}: ${reason}.`,
        help: name === undefined ? 'Set what the template reads.' : `Set ${name}, or what is read in it.`,
      };
    case 'no field':
      return {
        problem:
          name === undefined
            ? 'a template reads a key of something that is no map'
            : `a template reads a key of ${name}, which is no map`,
        why: `${stops}: ${reason}.`,
        help: name === undefined ? 'Give the template a map.' : `Make ${name} a map.`,
      };
    case 'required':
      return {
        problem: name === undefined ? `the chart demands a value: ${first}` : `${name} is required: ${first}`,
        why: `${stops}.${more}`,
        help: name === undefined ? 'Set what the chart asks for.' : `Set ${name}.`,
      };
    case 'fail':
      return {
        problem: `the chart refuses these values: ${first}`,
        why: `${stops}.${more}`,
        help: 'Do what the chart says.',
      };
    case 'range':
      return {
        problem:
          name === undefined
            ? `a template goes through something that is neither list nor map`
            : `${name} must be a list or a map: a template goes through it`,
        why: `${stops}: ${reason}.`,
        help: name === undefined ? 'Give it a list or a map.' : `Make ${name} a list or a map.`,
      };
    case 'wrong type':
      return {
        problem:
          name === undefined
            ? `a template function gets a value of the wrong type`
            : `${name} has the wrong type for the template`,
        why: `${stops}: ${reason}.`,
        help:
          name === undefined
            ? 'Give it what the function takes.'
            : `Write ${name} as what the template expects.`,
      };
    case 'budget':
      return {
        problem: reason,
        why: `chartlint gave up at ${where}. Helm may render the chart; what it would render is not checked.`,
        help: 'Give the template less to do, or set a higher limit below "limits" in the configuration.',
      };
    case 'nesting':
      return {
        problem: 'a template makes a value that holds itself, or is nested too deep',
        why: `${stops}.`,
        help: 'Mend the template.',
      };
    case 'recursion':
      return {
        problem: 'templates of the chart call each other without end',
        why: `${stops}.`,
        help: 'Mend the template.',
      };
    default:
      return {
        problem:
          name === undefined
            ? `Helm cannot render the chart: ${reason}`
            : `Helm cannot render ${name}: ${reason}`,
        why: `${stops}.`,
        help: name === undefined ? 'Look at the template.' : `Change ${name}, or the template.`,
      };
  }
}

/** More than this of a chart's first line belongs to what it says further. */
const LONGEST_FIRST = 80;

/** What the chart says, without the headings above it ("VALUES VALIDATION:", "redis: architecture"), the first part short. */
function sentences(reason: string): [string, ...string[]] {
  const lines = reason.trim().split(/(?<!\s)\s*\n\s*/);
  while (lines.length > 1 && /:$|^[\w-]+: [\w.-]+$/.test(lines[0]!)) lines.shift();
  const text = lines.join(' ');
  const end = text.search(/\.(?: [A-Z]|$)/);
  const first = text.length <= LONGEST_FIRST ? text : end < 0 ? lines[0]! : text.slice(0, end + 1);
  const rest = text.slice(first.length).trim();
  return rest === '' ? [first] : [first, rest];
}
