const BYTE = /^(?:0|[1-9]\d{0,2})$/;
const GROUP = /^[0-9a-fA-F]{1,4}$/;

/** 4 or 6 for an address that Go's `net.ParseIP` reads (no leading zeros); undefined for anything else. */
export function ipVersion(text: string): 4 | 6 | undefined {
  if (isIpv4(text)) return 4;
  return isIpv6(text) ? 6 : undefined;
}

function isIpv4(text: string): boolean {
  const parts = text.split('.');
  return parts.length === 4 && parts.every((part) => BYTE.test(part) && Number(part) < 256);
}

function isIpv6(text: string): boolean {
  const halves = text.split('::');
  if (halves.length > 2 || text === '') return false;
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')));
  const last = groups.at(-1);
  const hasIpv4 = last?.includes('.') === true && isIpv4(last);
  const plain = hasIpv4 ? groups.slice(0, -1) : groups;
  if (!plain.every((group) => GROUP.test(group))) return false;
  const count = plain.length + (hasIpv4 ? 2 : 0);
  return halves.length === 2 ? count < 8 : count === 8;
}

/** Whether the text is an address with the length of its network: `10.0.0.0/8`. */
export function isCidr(text: string): boolean {
  const [address, length, ...rest] = text.split('/');
  const version = ipVersion(address ?? '');
  if (version === undefined || rest.length > 0 || !/^(?:0|[1-9]\d{0,2})$/.test(length ?? '')) return false;
  return Number(length) <= (version === 4 ? 32 : 128);
}

/** Whether `inner` lies strictly within `outer`; both IPv4 networks. Undefined where that cannot be told here. */
export function liesWithin(inner: string, outer: string): boolean | undefined {
  const [a, b] = [networkOf(inner), networkOf(outer)];
  if (!a || !b) return undefined;
  return a.length > b.length && a.address >>> (32 - b.length || 32) === b.address >>> (32 - b.length || 32);
}

function networkOf(cidr: string): { address: number; length: number } | undefined {
  const [address, length] = cidr.split('/');
  if (!isCidr(cidr) || !isIpv4(address!) || length === '0') return undefined;
  const bytes = address!.split('.').map(Number);
  return { address: bytes.reduce((sum, byte) => ((sum << 8) | byte) >>> 0, 0), length: Number(length) };
}
