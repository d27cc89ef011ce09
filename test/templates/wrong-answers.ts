import { answerTemplate } from '../../src/dev/answer-template.ts';
import {
  inHelm4Words,
  type NamedTemplateCase,
  type RecordedAnswer,
  shortError,
} from '../../src/dev/template-case.ts';

type Settings = Parameters<typeof answerTemplate>[1];

/** The cases to which the engine does not answer what Helm did. */
export function wrongAnswers(
  cases: readonly NamedTemplateCase[],
  answers: Readonly<Record<string, RecordedAnswer>>,
  settings: Settings,
): unknown[] {
  return cases.flatMap((one) => {
    const recorded = answers[one.name]!;
    const isApart = typeof recorded === 'object' && 'helm3' in recorded;
    const wanted = isApart ? recorded[settings.helm === 3 ? 'helm3' : 'helm4'] : recorded;
    const answer = answerTemplate(one, settings);
    if ('output' in answer) return answer.output === wanted ? [] : [{ ...one, wanted, got: answer.output }];
    const error = typeof wanted === 'string' ? undefined : wanted.error;
    const full = `template: c/templates/t:${error?.replace(/: /, ': executing "c/templates/t" at ')}`;
    const isRight =
      shortError(answer.error) === error ||
      answer.error === inHelm4Words(full) ||
      (error !== undefined && answer.error === inHelm4Words(error));
    return isRight ? [] : [{ name: one.name, wanted, got: answer.error }];
  });
}
