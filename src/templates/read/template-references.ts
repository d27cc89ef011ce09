import type { TemplateUse } from '../../model/template-use.ts';
import type { ValuesPath } from '../../model/values-path.ts';
import { TemplateCache } from '../parse/template-cache.ts';
import type { TemplateFile } from './template-file.ts';
import { TemplateReader } from './template-reader.ts';

/**
 * Which values the templates read, found without rendering them: `.Values.a.b`, `$.Values.a`, `index .Values "a" "b"`,
 * `with` and `range`, variables, `dict`s, `include`d helpers. What cannot be followed counts as reading everything it is
 * given, so a value is called unread only when no template can read it. `isBitnamiCommon`: the chart depends on Bitnami's
 * `common`, whose helpers are known even when they are not there. `alsoRead`: values that
 * something else reads. `isWhole`: no chart is missing. `otherFiles`: what the charts hold besides, which templates may expand.
 * `cache`: what is parsed already.
 */
export function templateReferences(
  files: readonly TemplateFile[],
  options: {
    readonly isBitnamiCommon?: boolean;
    readonly alsoRead?: readonly (readonly string[])[];
    readonly isWhole?: boolean;
    readonly otherFiles?: () => readonly TemplateFile[];
    readonly cache?: TemplateCache;
  } = {},
): TemplateUse {
  const { isBitnamiCommon = false, isWhole = false, otherFiles, cache = new TemplateCache() } = options;
  const reader = new TemplateReader({
    scopes: files.map(({ scope }) => scope),
    isBitnamiCommon,
    isWhole,
    otherFiles,
    cache,
  });
  const parsed = files.map(({ scope, text }) => ({ scope, trees: cache.parseTolerantly(text) }));
  for (const { trees } of parsed) for (const tree of trees.slice(0, -1)) reader.definitions.add(tree);
  for (const { scope, trees } of parsed) {
    const file = trees.at(-1);
    // A text that is nested too deep to be parsed may read anything.
    if (file === undefined || file.name !== '') reader.tree.giveUp();
    else reader.file(file, scope);
  }
  for (const path of options.alsoRead ?? []) reader.tree.add(path, 'other');
  return Object.assign(reader.tree, {
    expand: (texts: Parameters<NonNullable<TemplateUse['expand']>>[0]) => expanded(reader, texts, cache),
  });
}

/** What texts read that the templates expand, which may call what these name. */
function expanded(
  reader: TemplateReader,
  texts: readonly { readonly path: ValuesPath; readonly text: string }[],
  cache: TemplateCache,
): TemplateUse {
  const other = reader.beside();
  for (const { path, text } of texts) {
    const file = cache.parseTolerantly(text).at(-1);
    if (file?.name !== '') continue;
    // A text in the values of a subchart is expanded there, or by the charts above.
    for (const scope of [[], ...reader.tree.scopes])
      if (scope.every((key, i) => key === path[i])) other.file(file, scope);
  }
  // A text that hands everything on may read anything.
  if (!other.tree.complete) other.tree.add([], 'other');
  return other.tree;
}
