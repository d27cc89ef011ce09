import { createHash } from 'node:crypto';

/** Names a content: 144 bits of its SHA-256, so that two contents with one name are never met. */
export function contentHash(content: Uint8Array | string): string {
  return createHash('sha256').update(content).digest('base64url').slice(0, 24);
}
