import type { YamlCheckId } from '../model/check-id.ts';
import type { Statement } from '../model/statement.ts';

/** A rule and what it tells the user. */
export interface NodeProblem extends Statement {
  readonly rule: YamlCheckId;
}

/** What Helm refuses of anchors, aliases, merge keys and keys. */
export const NODE_PROBLEMS = {
  /** `*name` without a `&name` above it in the same document. */
  unknownAnchor: (name: string): NodeProblem => ({
    rule: 'yaml/unknown-anchor',
    problem: `"*${name}" repeats a value marked "&${name}", and nothing above it carries that mark`,
    why: 'Helm refuses the file. Marks count within one YAML document.',
    help: 'Quote the text if it is meant literally, or define the anchor first.',
  }),
  /** `*name` inside the value that `&name` marks. */
  recursiveAlias: (name: string): NodeProblem => ({
    rule: 'yaml/recursive-alias',
    problem: `"*${name}" stands inside the very value that it repeats`,
    why: 'That would never end, so Helm refuses the file.',
    help: 'Write the value out.',
  }),
  /** `<<` with a value that is neither a map nor a list of maps (`failWantMap` in go-yaml's `decode.go`). */
  mergeNotAMap: {
    rule: 'yaml/merge-not-a-map',
    problem: '"<<" merges maps into this one, but its value is not a map',
    why: 'Helm refuses the file.',
    help: 'Give it an alias of a map, such as "*defaults", or a list of them.',
  } satisfies NodeProblem,
  /** More nodes behind aliases than go-yaml agrees to expand. */
  excessiveAliasing: {
    rule: 'yaml/excessive-aliasing',
    problem: 'The aliases of this file stand for more values than Helm agrees to read',
    why: 'Helm refuses the file.',
    help: 'Move the repeated parts into a template, or repeat them less.',
  } satisfies NodeProblem,
  /** `{a: 1}: x`. */
  keyIsNoText: {
    rule: 'yaml/unusable-key',
    problem: 'A map or list cannot be a key',
    why: 'JSON has no such keys, so Helm refuses the file.',
    help: 'Quote the key if it is meant as text.',
  } satisfies NodeProblem,
} as const;
