import { sameValue } from '../merge/same-value.ts';
import type { JsonValue } from '../model/json-value.ts';
import { answerCase } from './answer-case.ts';
import type { HelmAnswer, HelmCase, HelmName } from './helm-case.ts';

/** How chartlint's answer to a case compares with a Helm's. */
export interface Comparison {
  readonly one: HelmCase;
  readonly helm: HelmAnswer;
  readonly chartlint: HelmAnswer;
  readonly agrees: boolean;
  /** The reason that the case itself gives for a difference. */
  readonly explained: string | undefined;
}

/** Compares chartlint's answer with what a Helm said. */
export function compareCase(one: HelmCase, name: HelmName, version: string, helm: HelmAnswer): Comparison {
  const chartlint = answerCase(one, version);
  const agrees = sameValue(chartlint as unknown as JsonValue, helm as unknown as JsonValue);
  return { one, helm, chartlint, agrees, explained: one.differs?.[name] };
}
