import { decodeBinary } from './decode-binary.ts';
import { parseGoNumber } from './parse-go-number.ts';

/** What go-yaml makes of a scalar: the short name of the tag it ends up with. */
export type ScalarKind = 'str' | 'bool' | 'int' | 'uint' | 'float' | 'null' | 'timestamp' | 'binary';

export type ScalarValue = string | number | boolean | null;

export interface ResolvedScalar {
  readonly kind: ScalarKind;
  readonly value: ScalarValue;
  /** All digits of an integer that may be too big for `value`. */
  readonly exact?: bigint;
}

/** go-yaml reads no value from the scalar: Helm refuses the file. */
export interface UnreadableScalar {
  readonly kind: 'error';
  /** The short tag the scalar claims to have: `!!int`. */
  readonly wanted: string;
}

const LONG_TAG = 'tag:yaml.org,2002:';

const WORDS = new Map<string, ResolvedScalar>();
for (const word of ['y', 'Y', 'yes', 'Yes', 'YES', 'true', 'True', 'TRUE', 'on', 'On', 'ON'])
  WORDS.set(word, { kind: 'bool', value: true });
for (const word of ['n', 'N', 'no', 'No', 'NO', 'false', 'False', 'FALSE', 'off', 'Off', 'OFF'])
  WORDS.set(word, { kind: 'bool', value: false });
for (const word of ['', '~', 'null', 'Null', 'NULL']) WORDS.set(word, { kind: 'null', value: null });
for (const word of ['.nan', '.NaN', '.NAN']) WORDS.set(word, { kind: 'float', value: Number.NaN });
for (const sign of ['', '+', '-'])
  for (const word of ['.inf', '.Inf', '.INF'])
    WORDS.set(sign + word, { kind: 'float', value: sign === '-' ? -Infinity : Infinity });
const LONGEST_WORD = 5;

/** For each first character up to `~`: 0 always a string, 1 perhaps a word, 2 perhaps a number (or a word). */
const HINTS = new Uint8Array(128);
for (const first of 'yYnNtTfFoO~') HINTS[first.charCodeAt(0)] = 1;
for (const first of '0123456789+-.') HINTS[first.charCodeAt(0)] = 2;

/** Whether a plain scalar that starts with this character can be anything but a string. */
export function mayBeTyped(firstCode: number): boolean {
  return firstCode < 128 && HINTS[firstCode] !== 0;
}

/** A plain scalar without a tag, by the rules of go-yaml v2 (`resolve.go`): YAML 1.1 with its own corrections. */
export function resolvePlain(text: string): ResolvedScalar {
  const hint = text === '' ? 1 : (HINTS[text.charCodeAt(0)] ?? 0);
  if (hint === 0) return { kind: 'str', value: text };
  if (text.length <= LONGEST_WORD) {
    const word = WORDS.get(text);
    if (word !== undefined) return word;
  }
  return (hint === 2 ? parseGoNumber(text) : undefined) ?? { kind: 'str', value: text };
}

/** A scalar with an explicit tag, given in full (`tag:yaml.org,2002:int`) or as the application's own (`!vault`). */
export function resolveTagged(tag: string, text: string): ResolvedScalar | UnreadableScalar {
  const name = tag.startsWith(LONG_TAG) ? tag.slice(LONG_TAG.length) : '';
  switch (name) {
    case 'str':
      return { kind: 'str', value: text };
    case 'binary': {
      const decoded = decodeBinary(text);
      return decoded === undefined
        ? { kind: 'error', wanted: '!!binary' }
        : { kind: 'binary', value: decoded };
    }
    case 'timestamp':
      return TIMESTAMP.test(text)
        ? { kind: 'timestamp', value: text }
        : { kind: 'error', wanted: '!!timestamp' };
    case 'bool':
    case 'int':
    case 'float':
    case 'null': {
      const found = resolvePlain(text);
      if (found.kind === name || (name === 'int' && found.kind === 'uint')) return found;
      if (name === 'float' && found.kind === 'int') return { kind: 'float', value: found.value };
      return { kind: 'error', wanted: `!!${name}` };
    }
    default:
      // Tags that go-yaml does not know are ignored, and the text stays as it is.
      return { kind: 'str', value: text };
  }
}

/** The formats of `allowedTimestampFormats` in `resolve.go`; the ranges of days and hours are left to go-yaml. */
const TIMESTAMP =
  /^\d{4}-\d{1,2}-\d{1,2}(?:[Tt]\d{1,2}:\d{1,2}:\d{1,2}(?:[.,]\d+)?(?:Z|[+-]\d\d:\d\d)| \d{1,2}:\d{1,2}:\d{1,2}(?:[.,]\d+)?)?$/;
