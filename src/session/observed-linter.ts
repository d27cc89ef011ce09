import type { FactRecorder } from '../files/fact-recorder.ts';
import type { Asked } from '../files/facts.ts';
import type { PlannedRelease } from '../project/planned-release.ts';
import type { ReleaseLinter, ReleaseOutcome } from './release-linter.ts';

/** A release with what linting it asked the disk, when that is to be kept. Plain data. */
export interface ObservedRelease {
  readonly release: ReleaseOutcome;
  readonly asked?: Asked;
}

/** Lints one release after the other and notes down what each asks, if there is a recorder for it. */
export function observedLinter(
  linter: ReleaseLinter,
  recorder: FactRecorder | undefined,
): (planned: PlannedRelease) => Promise<ObservedRelease> {
  if (recorder === undefined) return async (planned) => ({ release: await linter.lint(planned) });
  return async (planned) => {
    const { result, asked } = await recorder.part(() => linter.lint(planned));
    return { release: result, asked };
  };
}
