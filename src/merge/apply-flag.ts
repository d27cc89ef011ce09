import type { JsonObject, JsonValue } from '../model/json-value.ts';
import type { FlagText, LayerKind } from '../model/layer.ts';
import { FlagError } from './flag-problem.ts';
import { mergeMaps } from './merge-maps.ts';
import { type FlagGrammar, type FlagTarget, parseFlag } from './parse-flag.ts';
import { scanJson } from './scan-json.ts';
import { typedValue } from './typed-value.ts';

export type FlagKind = Exclude<LayerKind, 'subchart-defaults' | 'chart-defaults' | 'values-file'>;

/** Whether the layer is a `--set…` flag. */
export function isFlagKind(kind: LayerKind): kind is FlagKind {
  return kind === 'set-literal' || kind === 'set-file' || isCommaListKind(kind);
}

function isCommaListKind(kind: LayerKind): boolean {
  return kind === 'set' || kind === 'set-string' || kind === 'set-json';
}

/**
 * Parses a flag over what is in `target.data`, as Helm does after it merged the values files (`MergeValues` in
 * `pkg/cli/values/options.go`). Throws a FlagError where Helm refuses the flag.
 */
export function applyFlag(kind: FlagKind, flag: FlagText, target: FlagTarget, helmMajor: number): void {
  if (kind === 'set-json' && helmMajor >= 4 && /^\s*\{/.test(flag.text)) mergeJson(flag.text, target);
  else parseFlag(flag.text, grammarOf(kind, flag, helmMajor), target);
}

/** The paths that a `--set-file` flag reads, in order, so that the caller can read them beforehand. */
export function filesNamedBy(text: string, target: FlagTarget): string[] {
  const paths: string[] = [];
  const grammar = {
    ...grammarOf('set-file', { text }, 4),
    read: ({ text: path }: { text: string }) => {
      paths.push(path);
      return '';
    },
  };
  try {
    parseFlag(text, grammar, target);
  } catch (error) {
    if (!(error instanceof FlagError)) throw error;
  }
  return paths;
}

function grammarOf(kind: FlagKind, flag: FlagText, helmMajor: number): FlagGrammar {
  const read: FlagGrammar['read'] = (word) => {
    if (kind === 'set') return typedValue(word.text);
    if (kind !== 'set-file') return word.text;
    const text = flag.files?.get(word.text);
    if (text !== undefined) return text;
    const said = {
      problem: `The file "${word.text}" cannot be read`,
      help: 'Check the path, which starts at the working directory.',
    };
    throw new FlagError(said, word.start, word.end);
  };
  return { read, json: kind === 'set-json', literal: kind === 'set-literal', dropsOpenIndex: helmMajor >= 4 };
}

/** `--set-json '{"a": 1}'`: one JSON map, merged like a values file (Helm 4). */
function mergeJson(text: string, target: FlagTarget): void {
  const start = text.search(/\S/);
  const end = scanJson(text, start);
  const rest = /\S/.exec(text.slice(end));
  if (rest) {
    const said = {
      problem: 'Nothing may follow the closing brace',
      help: 'Use one flag per map, or KEY=JSON,KEY=JSON.',
    };
    throw new FlagError(said, end + rest.index, text.length);
  }
  const value = JSON.parse(text.slice(start, end)) as JsonValue as JsonObject;
  mergeMaps(target.draft, target.data, value);
  target.onWrite({ segments: [], value, start, end });
}
