import type { AtlasiaValues } from '../../charts/atlasia-values.ts';
import type { Fact } from '../../model/fact.ts';
import type { Release } from '../../model/release.ts';
import { defineRule } from '../../model/rule.ts';
import { samePath } from '../../model/values-path.ts';
import { chartValues } from '../chart-values.ts';
import { secretProblem } from '../secret-problem.ts';

const JWT = ['secrets', 'jwtSecret'];
const ENCRYPTION = ['secrets', 'encryptionKey'];
/** 256 bits: what HMAC-SHA-256 and AES-256 take. */
const BYTES = 32;

export const rule = defineRule({
  id: 'atlasia/secret-length',
  chart: 'atlasia',
  severity: 'error',
  recommended: true,
  docs: {
    summary: 'The key that signs tokens is shorter than 32 bytes, or the encryption key is not 32 bytes.',
    why: 'Tokens are signed with HMAC-SHA-256, whose libraries refuse keys below 256 bits: every login fails. The encryption key has to be exactly 32 bytes, plain or written as base64 or hex; a change later makes what is stored unreadable.',
    source: 'Create Secrets in the Atlasia README ("min 256 bits", "32 bytes"); RFC 7518, section 3.2.',
  },
  examples: {
    bad: [
      { chart: 'atlasia', values: 'secrets:\n  jwtSecret: kQ7v-Xr2w_Lm9TzBc\n' },
      { chart: 'atlasia', values: 'secrets:\n  encryptionKey: Wd4kRz9bXq2vMt7nJc5y\n' },
    ],
    good: [
      { chart: 'atlasia', values: 'secrets:\n  jwtSecret: pZ8cYq3vLw6nTx1rBk9mHs4dFj7gQe2u\n' },
      { chart: 'atlasia', values: 'secrets:\n  encryptionKey: Wd4kRz9bXq2vMt7nJc5yLh8gPs3fTe6u\n' },
      {
        chart: 'atlasia',
        values:
          'secrets:\n  encryptionKey: 5f1c0e9ab2d47836a1e2f3c4d5b6978890a7b6c5d4e3f2011223344556677889\n',
      },
      {
        chart: 'atlasia',
        values: 'secrets:\n  encryptionKey: mN4xT7vB2cQ9wE5rY8uI1oP3aS6dF0gH4jK7lZ2xC5U=\n',
      },
    ],
  },
  *check(release) {
    const { secrets } = chartValues<AtlasiaValues>(release);
    const jwt = isOwn(release, JWT) ? bytesIn(secrets?.jwtSecret) : undefined;
    if (jwt !== undefined && jwt < BYTES) yield tooShort(jwt);
    const key = secrets?.encryptionKey;
    const length = isOwn(release, ENCRYPTION) ? bytesIn(key) : undefined;
    if (length === undefined || length === BYTES || isEncodedKey(key ?? '')) return;
    yield {
      at: ENCRYPTION,
      severity: 'warning',
      problem: `secrets.encryptionKey is ${length} bytes long, not ${BYTES}`,
      why: `The orchestrator encrypts with a key of exactly ${BYTES} bytes, plain or as base64 or hex.`,
      help: 'Make one with "openssl rand -hex 32"; what an older key encrypted stays readable with that one only.',
    };
  },
});

function tooShort(bytes: number): Fact {
  return {
    at: JWT,
    problem: `secrets.jwtSecret is ${bytes} bytes long, less than ${BYTES}`,
    why: `Tokens are signed with a key of at least ${BYTES} bytes: logins fail, or the tokens can be forged.`,
    help: 'Make one with "openssl rand -base64 48" and keep it in a Secret that secrets.existingSecret names.',
  };
}

/** Whether the value is a secret that somebody chose: not a reference, and not one that another rule calls a placeholder. */
function isOwn(release: Release, path: readonly string[]): boolean {
  const secret = release.roles.secrets.find((one) => samePath(one.path, path));
  if (secret === undefined || secret.kind === 'reference' || !secret.active) return false;
  const problem = secretProblem(release, secret);
  return problem !== 'placeholder' && problem !== 'conflict';
}

function bytesIn(text: string | undefined): number | undefined {
  return typeof text === 'string' && text !== '' ? new TextEncoder().encode(text).length : undefined;
}

/** 32 bytes in hexadecimal, base64 or base64url. */
function isEncodedKey(text: string): boolean {
  return /^[0-9a-f]{64}$/i.test(text) || /^[A-Za-z0-9+/_-]{43}=?$/.test(text);
}
