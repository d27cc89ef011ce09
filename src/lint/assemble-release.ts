import type { FlagProblem } from '../merge/flag-problem.ts';
import { mergeLayers } from '../merge/merge-layers.ts';
import type { Finding } from '../model/finding.ts';
import type { Release } from '../model/release.ts';
import { recognize } from '../recognize/recognize.ts';
import type { ReleaseInput } from './release-input.ts';

/** A release that is ready to lint, and what merging its layers has found. */
export interface AssembledRelease {
  readonly release: Release;
  readonly findings: readonly Finding[];
}

/** Merges the layers and recognizes what the effective values mean. */
export function assembleRelease(input: ReleaseInput): AssembledRelease {
  const { files, layers, chart, detectedBy, context, helmVersion } = input;
  const { problems, ...values } = mergeLayers(layers, helmVersion === undefined ? {} : { helmVersion });
  const roles = recognize(values.data, chart, context);
  return {
    release: { files, chart, detectedBy, values, context, roles },
    findings: problems.map(flagFinding),
  };
}

function flagFinding({ span, message, refused }: FlagProblem): Finding {
  return { rule: 'flag/set', severity: refused ? 'error' : 'warning', message, span, path: '', related: [] };
}
