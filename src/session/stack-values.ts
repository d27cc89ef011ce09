import { setLayer } from '../documents/set-layer.ts';
import type { SourceFiles } from '../documents/source-files.ts';
import type { JsonObject } from '../model/json-value.ts';
import { absoluteStack } from '../project/configured-stacks.ts';
import type { LintOptions } from '../project/lint-options.ts';

/** What the stacks of the configuration set for the chart in a folder, by file and flag. Files that cannot be read are left out. */
export function stackValues(options: LintOptions, sources: SourceFiles, directory: string): JsonObject[] {
  const { stacks = [], folder = options.cwd } = options.settings ?? {};
  return stacks
    .map((stack) => absoluteStack(stack, folder))
    .filter(({ chartDirectory }) => chartDirectory === directory)
    .flatMap(({ stack, files }) => {
      const loaded = files.map((file) => sources.load(file));
      return [
        ...loaded.flatMap((one) =>
          'problem' in one || one.document === undefined ? [] : [one.document.data],
        ),
        ...(stack.set ?? []).map((text) => setLayer({ kind: 'set', text }, options, sources).data),
      ];
    });
}
