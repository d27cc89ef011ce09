import type { Finding } from '../../model/finding.ts';
import { formatPath } from '../../model/format-path.ts';
import { isJsonObject, type JsonValue } from '../../model/json-value.ts';
import type { Span } from '../../model/span.ts';
import type { ValuesPath } from '../../model/values-path.ts';
import { manifestFinding } from '../manifest-finding.ts';
import type { HelmfileEntry } from './helmfile-state.ts';

/** What only helmfile knows in templates; the rest may be meant for the chart. */
const OF_HELMFILE =
  /\{\{(?:[^{}]|\{(?!\{))*(?:\.Environment\b|\.StateValues\b|\brequiredEnv\b|\benv\s+["`(]|\bexec\s+["`(]|\breadFile\b|\bfetchSecretValue\b|\bexpandSecretRefs\b)/;

/** The templates in a map that helmfile does not render: only files that end in .gotmpl are, since v1. */
export function notRendered({ document, at, map }: HelmfileEntry): Finding[] {
  const findings: Finding[] = [];
  const visit = (value: JsonValue, path: ValuesPath): void => {
    if (typeof value === 'string' && OF_HELMFILE.test(value)) {
      findings.push(
        manifestFinding('not-rendered', 'warning', document.locate([...at, ...path], 'value'), {
          problem: `the template in "${formatPath(path)}" is not rendered: the chart gets it as text`,
          why: 'helmfile v1 renders only files that end in .gotmpl, and of others valuesTemplate and paths.',
          help: 'Call the file .yaml.gotmpl, or write the map under valuesTemplate.',
        }),
      );
    } else if (Array.isArray(value)) for (const [i, item] of value.entries()) visit(item, [...path, i]);
    else if (isJsonObject(value))
      for (const [key, below] of Object.entries(value)) visit(below, [...path, key]);
  };
  visit(map, []);
  return findings;
}

/** The same in the value of an entry of `set`. */
export function setNotRendered(name: string, text: string, span: Span): Finding[] {
  if (!OF_HELMFILE.test(text)) return [];
  return [
    manifestFinding('not-rendered', 'warning', span, {
      problem: `the template in "${name}" is not rendered: the chart gets it as text`,
      why: 'helmfile v1 renders only files that end in .gotmpl, and of others setTemplate.',
      help: 'Write it under setTemplate, or call the file .yaml.gotmpl.',
    }),
  ];
}

/** An entry of `set` without a value. */
export function setEmpty(name: string, span: Span, field: string): Finding {
  return manifestFinding('set-empty', 'warning', span, {
    problem: `"${name}" in ${field} has no value`,
    why: 'helmfile leaves the entry out without a word: an empty text is no value for it.',
    help: 'Write it under values, where it may be empty, or delete the entry.',
  });
}

/** `- image:` with its keys on the same level, which is image: null and the keys beside it. */
export function nullSection({ document, at, map }: HelmfileEntry): Finding | undefined {
  const [first, second] = Object.keys(map);
  if (first === undefined || second === undefined || map[first] !== null) return undefined;
  const { start, end } = document.locate([...at, first], 'value');
  if (start !== end) return undefined;
  return manifestFinding('null-section', 'warning', document.locate([...at, first], 'key'), {
    problem: `"${first}" is empty, and "${second}" stands beside it, not below`,
    why: `Helm gets "${first}: null", which deletes what the chart has there.`,
    help: 'Indent the lines below it by two more spaces.',
  });
}

/** A pattern that stands for several files, as reports show them. */
export function severalFiles(files: readonly string[], span: Span): Finding {
  const shown = files.slice(0, 3).map((file) => `"${file}"`);
  return manifestFinding('several-files', 'error', span, {
    problem: `the pattern stands for ${files.length} files, and helmfile takes one`,
    why: 'helmfile stops: "glob patterns in release values and secrets is not supported yet".',
    help: `Name the files one by one: ${shown.join(', ')}.`,
  });
}
