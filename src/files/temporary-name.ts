import { builtinModule } from './builtin-module.ts';

/** A name that nobody can foresee, for a file that exists for a moment. */
export function temporaryName(): string {
  // Asked for here: loading it takes longer than a run that writes nothing has to spare.
  const { randomBytes } = builtinModule<typeof import('node:crypto')>('node:crypto')!;
  return `.chartlint-${randomBytes(12).toString('hex')}.tmp`;
}
