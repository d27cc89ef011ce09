import type { CheckInfo } from '../model/check-info.ts';

/** What reading a values file can find. */
export const yamlChecks = [
  {
    id: 'yaml/syntax',
    severity: 'error',
    summary: 'The file is not YAML as Helm reads it.',
    why: 'Helm stops before it renders anything. The message names the place and the usual cause: indentation, a tab, an unclosed quote or bracket, or template syntax, which values files do not have.',
  },
  {
    id: 'yaml/not-text',
    severity: 'error',
    summary: 'The file holds control characters or bytes that are not UTF-8.',
    why: 'Helm reads UTF-8 without control characters and nothing else. Editors and shells on Windows write UTF-16 unless told otherwise; save the file as UTF-8.',
  },
  {
    id: 'yaml/not-a-map',
    severity: 'error',
    summary: 'The file holds a list or a single value where Helm wants a map of keys.',
    why: 'Values are a map at the top level, so Helm refuses anything else. Often it is the wrong file, or a rendered manifest.',
  },
  {
    id: 'yaml/duplicate-key',
    severity: 'error',
    summary: 'A key stands twice in the same map.',
    why: 'Only the last one counts, so the first setting is lost without a word, and Helm versions differ on whether they refuse the file. Keep one of the two.',
  },
  {
    id: 'yaml/merge-overwrites-key',
    severity: 'warning',
    summary: 'A "<<" merge stands behind a key that it also brings, and takes its place.',
    why: 'In the YAML that Helm reads, what is written last wins even against a merge, other than the YAML specification says. Write "<<" first in the map.',
  },
  {
    id: 'yaml/merge-not-a-map',
    severity: 'error',
    summary: '"<<" merges something that is no map.',
    why: 'Only maps can be merged into a map, so Helm refuses the file. Give "<<" an alias of a map or a list of such aliases.',
  },
  {
    id: 'yaml/unknown-anchor',
    severity: 'error',
    summary: 'An alias such as "*name" repeats a value that no "&name" marks.',
    why: 'Helm refuses the file. Anchors count from the place where they are written to the end of the document; a text that starts with "*" needs quotes.',
  },
  {
    id: 'yaml/recursive-alias',
    severity: 'error',
    summary: 'An alias stands inside the value that it repeats.',
    why: 'The value would never end, so Helm refuses the file. Write the value out.',
  },
  {
    id: 'yaml/excessive-aliasing',
    severity: 'error',
    summary: 'The aliases of the file stand for more values than Helm agrees to read.',
    why: 'Helm protects itself against files that grow without bound when aliases repeat aliases. Repeat them less, or move the repetition into a template.',
  },
  {
    id: 'yaml/tag-mismatch',
    severity: 'error',
    summary: 'A tag such as "!!int" stands before a value of another type.',
    why: 'Helm refuses the file. Drop the tag, or write a value that fits it.',
  },
  {
    id: 'yaml/not-finite',
    severity: 'error',
    summary: 'A number is infinite or not a number.',
    why: 'Helm turns values into JSON, which has no such numbers, and refuses the file. Quote the text if it is meant literally.',
  },
  {
    id: 'yaml/unusable-key',
    severity: 'error',
    summary: 'A key is a map, a list or something else that JSON has no key for.',
    why: 'Helm turns values into JSON, whose keys are texts, and refuses the file. An unquoted "{{ … }}" as a key is the usual cause.',
  },
  {
    id: 'yaml/several-documents',
    severity: 'warning',
    summary: 'The file holds more than one YAML document.',
    why: 'Helm 4 merges the documents, Helm 3 reads only the first and drops the rest without a word. Keep one document per file and pass several files with -f.',
  },
  {
    id: 'yaml/ignored-text',
    severity: 'error',
    summary: 'Helm stops reading before the end of the file and ignores the rest.',
    why: 'Everything behind that place has no effect, and no message says so. Mend the line where reading stops.',
  },
] as const satisfies readonly CheckInfo[];
