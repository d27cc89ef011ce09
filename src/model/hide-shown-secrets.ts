import { secretsInText } from './secrets-in-text.ts';
import { textMasker } from './text-masker.ts';

/** What is said of a file that nobody can read, without the secrets that its text shows by itself. */
export function hideShownSecrets(said: string, text: string): string {
  const secrets = secretsInText(text).map(({ start, end }) => text.slice(start, end).replace(/^[*&"']/, ''));
  return textMasker(secrets)(said);
}
