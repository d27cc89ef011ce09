import { wordsOf } from './words-of.ts';

/** Words of which one says what the other does not, however near they look: each row one family, its sides divided by `|`. */
const FAMILIES = [
  'min minimum minimal least | max maximum maximal most',
  'enable enables enabled enabling | disable disables disabled disabling',
  'read reads reader reading readable | write writes writer writing writable',
  'open opened | idle | close closed',
  'http | https',
  'tcp | udp | sctp',
  'ipv4 | ipv6',
  'pre | post',
  'before | after',
  'ingress | egress',
  'in input inbound incoming inner | out output outbound outgoing outer',
  'internal intern | external extern',
  'public | private',
  'allow allows allowed | deny denies denied forbid',
  'include includes included | exclude excludes excluded',
  'whitelist | blacklist',
  'allowlist | denylist',
  'accept accepted | reject rejected',
  'start started | stop stopped | end ended | finish finished',
  'first | last',
  'up | down',
  'upper | lower',
  'high higher highest | low lower lowest',
  'on | off',
  'add added | drop remove removed delete deleted',
  'create created | delete deleted destroy',
  'push | pull',
  'soft | hard',
  'source src | target destination dest dst',
  'from | to',
  'local | remote',
  'client clients | server servers',
  'primary master leader | secondary replica replicas slave follower standby',
  'request requests | limit limits',
  'request requests | response responses reply replies',
  'cpu | memory mem',
  'host hosts | port ports',
  'user username | password pass passwd',
  'cert certificate | key',
  'liveness | readiness | startup',
  'encode | decode',
  'encrypt encrypted | decrypt decrypted',
  'connect connected | disconnect disconnected',
  'lock locked | unlock unlocked',
  'import imports | export exports',
  'upload | download',
  'get | set',
  'old | new',
  'left | right',
  'top | bottom',
  'success | failure',
  'true | false',
].map((row) => row.split(' | ').map((side) => side.split(' ')));

const NEGATIONS = new Set(['no', 'not', 'non', 'never', 'without', 'skip', 'ignore', 'disable', 'disabled']);
const NEGATING = ['un', 'in', 'non', 'dis', 'de', 'im', 'ir'];
/** Shorter words begin and end others by chance. */
const TELLING = 3;

interface Side {
  readonly family: number;
  readonly side: number;
}

const SIDES = new Map<string, Side[]>();
for (const [family, sides] of FAMILIES.entries()) {
  for (const [side, words] of sides.entries()) {
    for (const word of words) SIDES.set(word, [...(SIDES.get(word) ?? []), { family, side }]);
  }
}

/**
 * Whether two names mean different things on purpose: `minReplicas` and `maxReplicas`, `enabled` and `disabled`, `ipv4` and
 * `ipv6`, `verify` and `skipVerify`. Whoever wrote one did not mean the other.
 */
export function areContrary(one: string, other: string): boolean {
  const a = wordsOf(one).split(' ');
  const b = wordsOf(other).split(' ');
  if (a.some((word) => NEGATIONS.has(word)) !== b.some((word) => NEGATIONS.has(word))) return true;
  if (a.length === b.length && a.some((word, i) => isNegated(word, b[i]!))) return true;
  const inA = sidesOf(a);
  const inB = sidesOf(b);
  for (const [family, sides] of inA) {
    const others = inB.get(family);
    if (others !== undefined && ![...sides].some((side) => others.has(side))) return true;
  }
  return false;
}

function isNegated(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length > TELLING && NEGATING.some((prefix) => prefix + short === long);
}

/** On which side of which family a name stands, by its words, else by how it begins or ends: `minreplicas`. */
function sidesOf(words: readonly string[]): Map<number, Set<number>> {
  const found = new Map<number, Set<number>>();
  const note = (word: string): void => {
    for (const { family, side } of SIDES.get(word) ?? []) {
      found.set(family, (found.get(family) ?? new Set()).add(side));
    }
  };
  for (const word of words) {
    if (SIDES.has(word)) note(word);
    else {
      for (let length = word.length - 1; length >= TELLING; length--) {
        if (SIDES.has(word.slice(0, length))) {
          note(word.slice(0, length));
          break;
        }
      }
      for (let length = word.length - 1; length >= TELLING; length--) {
        if (SIDES.has(word.slice(-length))) {
          note(word.slice(-length));
          break;
        }
      }
    }
  }
  return found;
}
