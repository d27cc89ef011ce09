import { UsageError } from '../files/usage-error.ts';
import type { SetFlag } from '../merge/set-flag.ts';
import type { LintOptions } from '../project/lint-options.ts';
import type { CliIo } from './cli-io.ts';
import { type ValuesFlags, versionIn } from './values-flags.ts';

/** What the flags mean for planning a run. Throws a UsageError for a CHARTLINT_HELM_VERSION that is no version. */
export function valuesOptions(
  flags: ValuesFlags,
  env: CliIo['env'],
): Pick<LintOptions, 'overlays' | 'sets' | 'helmVersion' | 'callingHelm'> {
  const { helmVersion } = flags;
  const calling = env.CHARTLINT_HELM_VERSION ?? '';
  const callingHelm = calling === '' ? undefined : versionIn(calling);
  if (calling !== '' && callingHelm === undefined)
    throw new UsageError(`CHARTLINT_HELM_VERSION: "${calling}" is no version such as 3.18.4 or 4.2`);
  return {
    ...(callingHelm === undefined ? {} : { callingHelm }),
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
