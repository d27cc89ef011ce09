import type { LintResult } from '../model/lint-result.ts';
import { maskText } from '../model/mask-text.ts';
import { secretFinder } from './secret-finder.ts';

/** Masks the secrets of a result in other texts, and those that the texts show by themselves. */
export function secretHider({ sources, secrets = new Map() }: LintResult): (text: string) => string {
  const finder = secretFinder(sources, secrets);
  return (text) => maskText(finder.mask(text));
}
