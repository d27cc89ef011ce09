import type { TemplateUse } from '../../model/template-use.ts';
import { parseTolerantly } from '../parse/parse-template.ts';
import { TemplateReader } from './template-reader.ts';

/** A template file of a chart or of one of its subcharts. */
export interface TemplateFile {
  /** Where the values of the file's chart sit in the release's values: `[]`, or `['redis']` for a subchart. */
  readonly scope: readonly string[];
  readonly text: string;
}

/**
 * Which values the templates read, found without rendering them: `.Values.a.b`, `$.Values.a`, `index .Values "a" "b"`,
 * `with` and `range`, variables, `dict`s, `include`d helpers. What cannot be followed counts as reading everything it is
 * given, so a value is called unread only when no template can read it. `isBitnamiCommon`: the chart depends on Bitnami's
 * `common`, whose helpers are known even when they are not there. `alsoRead`: values that something else reads.
 */
export function templateReferences(
  files: readonly TemplateFile[],
  options: { readonly isBitnamiCommon?: boolean; readonly alsoRead?: readonly (readonly string[])[] } = {},
): TemplateUse {
  const reader = new TemplateReader(
    files.map(({ scope }) => scope),
    options.isBitnamiCommon ?? false,
  );
  const parsed = files.map(({ scope, text }) => ({ scope, trees: parseTolerantly('', text).trees }));
  for (const { trees } of parsed) for (const tree of trees.slice(0, -1)) reader.define(tree);
  for (const { scope, trees } of parsed) {
    const file = trees.at(-1);
    // A text that is nested too deep to be parsed may read anything.
    if (file === undefined || file.name !== '') reader.tree.complete = false;
    else reader.file(file, scope);
  }
  for (const path of options.alsoRead ?? []) reader.tree.add(path, 'other');
  return reader.tree;
}
