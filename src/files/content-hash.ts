import { builtinModule } from './builtin-module.ts';

/** Names a content: 144 bits of its SHA-256, so that two contents with one name are never met. */
export function contentHash(content: Uint8Array | string): string {
  // Loaded here: most runs name nothing, and the module takes as long as a small lint.
  const { createHash } = builtinModule<typeof import('node:crypto')>('node:crypto')!;
  return createHash('sha256').update(content).digest('base64url').slice(0, 24);
}
