import type { JsonObject } from '../model/json-value.ts';
import { askGoJudge } from './ask-go-judge.ts';
import type { FluxCase } from './flux-case.ts';

/** Asks helm-controller's own code; `error` where it stops. */
export function askFlux(cases: readonly FluxCase[]): (JsonObject | 'error')[] {
  const answers = askGoJudge('flux-judge', cases) as { values?: JsonObject; error?: string }[];
  return answers.map(({ values = {}, error }) => (error === undefined ? values : 'error'));
}
