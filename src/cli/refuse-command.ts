import { UsageError } from '../files/usage-error.ts';
import { knownNames, nearestName } from '../model/nearest-name.ts';

/** Words of other tools for what chartlint does without a command. */
const MEANT: Readonly<Record<string, string>> = {
  check: 'chartlint [paths]',
  validate: 'chartlint [paths]',
  run: 'chartlint [paths]',
  fix: 'chartlint --fix [paths]',
  watch: 'chartlint --watch [paths]',
  template: 'chartlint render',
};

/** Throws a UsageError for a word that is no file and looks like a command that was meant; else does nothing. */
export function refuseCommand(word: string, commands: readonly string[]): void {
  const near = nearestName(word, knownNames(['lint', 'help', 'version', ...commands]));
  const meant = Object.hasOwn(MEANT, word) ? MEANT[word] : near && `chartlint ${near}`;
  if (meant !== undefined) {
    throw new UsageError(`"${word}" is no command, and no such file exists; did you mean "${meant}"?`);
  }
}
