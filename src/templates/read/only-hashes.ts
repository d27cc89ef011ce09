import type { PipeNode } from '../parse/node.ts';

const HASH = /^(?:sha\d+sum|adler32sum)$/;
/** What a template that is called reads, others may read from it too. */
const CALLS = /"(?:include|tpl)"/;

/** `toYaml .Values.config | sha256sum`: a checksum, which changes with the value and tells nothing of it. */
export function onlyHashes({ commands }: PipeNode): boolean {
  const last = commands.at(-1)?.args;
  const [head] = last ?? [];
  return (
    commands.length > 1 &&
    last?.length === 1 &&
    head?.kind === 'identifier' &&
    HASH.test(head.name) &&
    !CALLS.test(JSON.stringify(commands))
  );
}
