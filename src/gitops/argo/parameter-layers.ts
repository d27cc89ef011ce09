import type { Finding } from '../../model/finding.ts';
import { isJsonObject, type JsonValue } from '../../model/json-value.ts';
import type { Layer, ParameterWords } from '../../model/layer.ts';
import { looksSecret } from '../../model/looks-secret.ts';
import type { Span } from '../../model/span.ts';
import { startsWith, type ValuesPath, valueAt } from '../../model/values-path.ts';
import { manifestFinding } from '../manifest-finding.ts';
import { parameterLayer } from '../parameter-layer.ts';
import { parseSetName } from '../parse-set-name.ts';
import { withoutName } from '../without-name.ts';
import { substituteEnvironment } from './build-environment.ts';
import type { SourceLayers, SourcePlace } from './source-place.ts';

const AS_SET: ParameterWords = {
  asText: 'Add forceString: true to the parameter; quotes are YAML only.',
  asTyped:
    'Like --set, a parameter reads only whole numbers, true, false and null as anything but text: write it in valuesObject.',
};
const AS_STRING: ParameterWords = { ...AS_SET, asTyped: 'Remove forceString: it makes text of every value.' };

interface Parameter {
  readonly at: ValuesPath;
  readonly name: string;
  readonly path: ValuesPath;
  readonly value: JsonValue | undefined;
  readonly forced: boolean;
  readonly nameAt: Span;
  readonly valueAt: Span;
}

/** The layers of `parameters`: the last of one name counts, those with forceString come after all others. */
export function parameterLayers({ helm, context }: SourcePlace): SourceLayers {
  const field = helm.field('parameters');
  const items = field && valueAt(field.of.data, field.at);
  if (field === undefined || !Array.isArray(items)) return { layers: [], findings: [] };
  const { repository, name: app, kind } = context;
  const unnamed: Finding[] = [];
  const parameters = items.flatMap((item, i): Parameter[] => {
    const at = [...field.at, i];
    if (!isJsonObject(item)) return [];
    if (typeof item.name !== 'string' || item.name === '') {
      unnamed.push(withoutName(field.of, at, item));
      return [];
    }
    return [
      {
        at,
        name: item.name,
        path: parseSetName(item.name),
        value: item.value,
        forced: item.forceString === true,
        nameAt: field.of.locate([...at, 'name'], 'value'),
        valueAt: field.of.locate([...at, 'value'], 'value'),
      },
    ];
  });
  const findings: Finding[] = [...unnamed, ...order(parameters)];
  const layers: Layer[] = [];
  const unknown: ValuesPath[] = [];
  const mistaken: ValuesPath[] = [];
  for (const [i, one] of parameters.entries()) {
    const { name, path, value, forced, nameAt, valueAt: span } = one;
    if (parameters.slice(i + 1).some((other) => other.name === name && other.forced === forced)) continue;
    if (value !== undefined && value !== null && typeof value !== 'string') findings.push(notText(one));
    const written =
      value === undefined || value === null ? '' : typeof value === 'object' ? '' : String(value);
    const { text, isUnknown, lost } = substituteEnvironment(written, app);
    findings.push(...lost.map((variable) => dollar(one, variable)));
    if (lost.length > 0) mistaken.push(path);
    else if (isUnknown || (kind === 'ApplicationSet' && written.includes('{{'))) unknown.push(path);
    if (!forced && /^\{\s*".*\}$/s.test(text)) {
      findings.push(jsonList(one));
      mistaken.push(path);
      continue;
    }
    layers.push(
      parameterLayer(
        {
          kind: forced ? 'set-string' : 'set',
          name,
          value: escaped(text),
          nameAt,
          valueAt: span,
          words: forced ? AS_STRING : AS_SET,
        },
        repository,
      ),
    );
  }
  return { layers, findings, unknown, mistaken };
}

/** `cleanSetParameters` in util/helm/cmd.go: commas are escaped, but not in what looks like a list. */
function escaped(value: string): string {
  return value.startsWith('{') && value.endsWith('}') ? value : value.replaceAll(/(?<!\\),/g, '\\,');
}

function notText({ value, valueAt: span }: Parameter): Finding {
  const is =
    typeof value === 'boolean'
      ? 'a boolean'
      : typeof value === 'number'
        ? 'a number'
        : Array.isArray(value)
          ? 'a list'
          : 'a map';
  return manifestFinding('parameter-not-text', 'error', span, {
    problem: `The value of a parameter is text, and this is ${is}`,
    why: 'Kubernetes refuses the Application.',
    help:
      typeof value === 'object'
        ? 'Write it in valuesObject.'
        : 'Quote it: without forceString it becomes a number or boolean again.',
  });
}

function jsonList({ name, valueAt: span }: Parameter): Finding {
  return manifestFinding('parameter-list', 'error', span, {
    problem: `To --set a value in braces is a list: "${name}" gets the parts between the commas`,
    why: 'What looks like JSON reaches the chart as a list of broken pieces.',
    help: 'Write it in valuesObject.',
  });
}

function dollar(
  { valueAt: span, value, path }: Parameter,
  { name, start, end }: { readonly name: string; readonly start: number; readonly end: number },
): Finding {
  // In quotes the text starts one character later, and is as long as it is written when nothing in it is escaped.
  const width = span.end - span.start;
  const shift = width === String(value).length ? 0 : width === String(value).length + 2 ? 1 : undefined;
  const at =
    shift === undefined
      ? span
      : { ...span, start: span.start + shift + start, end: span.start + shift + end };
  // Part of a password, perhaps.
  const what = looksSecret(String(path.at(-1) ?? '')) ? 'The "$" with the word behind it' : `"$${name}"`;
  return manifestFinding('parameter-dollar', 'warning', at, {
    problem: `${what} is replaced by an empty text`,
    why: 'Argo CD puts variables of its build environment into parameters, and has none of this name.',
    help: 'Write $$ for a dollar.',
  });
}

/** Parameters go into a map of Go's, whose order is random: of two for one value either may win. */
function order(parameters: readonly Parameter[]): Finding[] {
  const findings: Finding[] = [];
  for (const [i, one] of parameters.entries()) {
    for (const other of parameters.slice(i + 1)) {
      if (one.forced !== other.forced) continue;
      const isSame = one.name === other.name;
      if (!isSame && !(one.path.length > 0 && other.path.length > 0 && overlaps(one.path, other.path)))
        continue;
      const problem = isSame
        ? `The parameter "${one.name}" is there again below, and the last one counts`
        : `The parameters "${one.name}" and "${other.name}" set the same value, and either may win`;
      const why = isSame ? 'This one has no effect.' : 'Argo CD hands parameters to Helm in random order.';
      const help = isSame ? 'Delete one of them.' : 'Set the whole in valuesObject.';
      const finding = manifestFinding('set-twice', 'warning', one.nameAt, { problem, why, help });
      findings.push({ ...finding, related: [{ span: other.nameAt, message: 'the other one' }] });
    }
  }
  return findings;
}

function overlaps(one: ValuesPath, other: ValuesPath): boolean {
  return startsWith(one, other) || startsWith(other, one);
}
