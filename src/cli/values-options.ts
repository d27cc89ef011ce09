import type { SetFlag } from '../merge/set-flag.ts';
import type { LintOptions } from '../project/lint-options.ts';
import type { ValuesFlags } from './values-flags.ts';

/** What the flags mean for planning a run. */
export function valuesOptions(flags: ValuesFlags): Pick<LintOptions, 'overlays' | 'sets' | 'helmVersion'> {
  const { helmVersion } = flags;
  return {
    overlays: flags.values,
    sets: setFlags(flags),
    ...(helmVersion === undefined ? {} : { helmVersion }),
  };
}

function setFlags({ set, setString, setJson, setFile, setLiteral }: ValuesFlags): SetFlag[] {
  const kinds = {
    'set-json': setJson,
    set,
    'set-string': setString,
    'set-file': setFile,
    'set-literal': setLiteral,
  };
  return Object.entries(kinds).flatMap(([kind, texts]) =>
    texts.map((text) => ({ kind: kind as SetFlag['kind'], text })),
  );
}
