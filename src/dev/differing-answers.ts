import { type AnswerSettings, answerTemplate } from './answer-template.ts';
import type { JudgeAnswer } from './ask-template-judge.ts';
import {
  inHelm4Words,
  type NamedTemplateCase,
  type RecordedAnswer,
  readTemplateAnswers,
  shortError,
  type TemplateAnswer,
} from './template-case.ts';

/** A case to which chartlint's engine answers otherwise than Helm. */
export interface DifferingAnswer {
  readonly name: string;
  readonly wanted: TemplateAnswer;
  readonly got: JudgeAnswer;
}

/** Lets chartlint's engine render cases of a group at the time of the recording, and returns what differs from Helm. */
export function differingAnswers(
  group: string,
  cases: readonly NamedTemplateCase[],
  settings: Omit<AnswerSettings, 'clock'>,
): DifferingAnswer[] {
  const { answers, clock } = readTemplateAnswers(group);
  return cases.flatMap((one) => {
    const recorded = answers[one.name];
    if (recorded === undefined) return [];
    const wanted = isApart(recorded) ? recorded[settings.helm === 3 ? 'helm3' : 'helm4'] : recorded;
    const got = answerTemplate(one, { ...settings, clock: Date.parse(clock) });
    return isAnswer(wanted, got) ? [] : [{ name: one.name, wanted, got }];
  });
}

/** Whether the Helms answer otherwise than each other. */
export function isApart(
  answer: RecordedAnswer,
): answer is Extract<RecordedAnswer, { readonly helm3: unknown }> {
  return typeof answer === 'object' && 'helm3' in answer;
}

/** Whether the engine's answer is the recorded one. */
export function isAnswer(wanted: TemplateAnswer, got: JudgeAnswer): boolean {
  if (typeof wanted === 'string') return 'output' in got && got.output === wanted;
  if ('output' in got) return false;
  const { error } = wanted;
  const full = error.replace(/^(\d+:\d+): /, 'template: c/templates/t:$1: executing "c/templates/t" at ');
  return shortError(got.error) === error || got.error === inHelm4Words(full);
}
