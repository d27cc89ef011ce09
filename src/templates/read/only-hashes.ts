import type { CommandNode } from '../parse/node.ts';
import { holdsWord } from './holds-word.ts';

const HASH = /^(?:sha\d+sum|adler32sum)$/;
/** What a template that is called reads, others may read from it too. */
const CALLS = new Set(['include', 'tpl']);

/** `toYaml .Values.config | sha256sum`: a checksum, which changes with the value and tells nothing of it. */
export function onlyHashes(commands: readonly CommandNode[]): boolean {
  if (commands.length < 2) return false;
  const last = commands.at(-1)!.args;
  const [head] = last;
  return (
    last.length === 1 &&
    head?.kind === 'identifier' &&
    HASH.test(head.name) &&
    !commands.some(({ args }) => args.some((argument) => holdsWord(argument, CALLS)))
  );
}
