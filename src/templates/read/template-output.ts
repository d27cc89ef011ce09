import { type TemplateValue, textsOf } from './template-value.ts';

/** The texts that a part of a template may print; undefined where that is not known. */
export type Output = readonly string[] | undefined;

/** More ways to print a name than any template has. */
const MOST = 16;
/** Longer, in characters, than any name. */
const LONGEST = 300;

/** What is printed when both are, one after the other. */
export function followedBy(before: Output, after: Output): Output {
  if (before === undefined || after === undefined || before.length * after.length > MOST) return undefined;
  if (before.length === 1 && after.length === 1) {
    const text = before[0]! + after[0]!;
    return text.length > LONGEST ? undefined : [text];
  }
  const texts = before.flatMap((start) => after.map((end) => start + end));
  return texts.some((text) => text.length > LONGEST) ? undefined : [...new Set(texts)];
}

/** What is printed when either is. */
export function eitherOf(one: Output, other: Output): Output {
  if (one === undefined || other === undefined || one.length + other.length > MOST) return undefined;
  return [...new Set([...one, ...other])];
}

/** What printing a value gives. */
export function printed(value: TemplateValue): Output {
  return textsOf(value);
}

/** What a call of a template that prints this stands for. */
export function asValue(output: Output): TemplateValue {
  return (output ?? []).map((text) => ({ kind: 'text', text }));
}
