import type { YamlCheckId } from '../model/check-id.ts';

/** A rule and what it tells the user, about anchors, aliases and merge keys that Helm refuses. */
export interface AliasProblem {
  readonly rule: YamlCheckId;
  readonly message: string;
}

/** `*name` without a `&name` above it in the same document. */
export function unknownAnchor(name: string): AliasProblem {
  const message = `"*${name}" repeats the value marked "&${name}", but nothing above it in this document carries that mark. Quote the text if it is meant literally, or define the anchor first.`;
  return { rule: 'yaml/unknown-anchor', message };
}

/** `*name` inside the value that `&name` marks. */
export function recursiveAlias(name: string): AliasProblem {
  const message = `"*${name}" stands inside the very value that it repeats, which would never end, so Helm refuses the file. Write the value out.`;
  return { rule: 'yaml/recursive-alias', message };
}

/** `<<` with a value that is neither a map nor a list of maps (`failWantMap` in go-yaml's `decode.go`). */
export const MERGE_NOT_A_MAP: AliasProblem = {
  rule: 'yaml/merge-not-a-map',
  message:
    '"<<" merges maps into this one, but its value is not a map, so Helm refuses the file. Give it an alias of a map, such as "*defaults", or a list of them.',
};

/** More nodes behind aliases than go-yaml agrees to expand. */
export const EXCESSIVE_ALIASING: AliasProblem = {
  rule: 'yaml/excessive-aliasing',
  message:
    'The aliases of this file stand for more values than Helm agrees to read, so it refuses the file. Move the repeated parts into a template, or repeat them less.',
};
