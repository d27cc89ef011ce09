import { GoError } from '../../../value/go-error.ts';
import type { GoValue } from '../../../value/go-value.ts';
import { bytesOf } from '../../../value/utf8.ts';
import { decodeNodes } from './decode-nodes.ts';
import { parseFirstDocument } from './parse-nodes.ts';
import { toJsonValue } from './to-json-value.ts';
import { YamlProblem } from './yaml-problem.ts';

/**
 * `yaml.Unmarshal` of sigs.k8s.io/yaml into an `interface {}`, step by step as go-yaml v2 does it: slow, and with its words where
 * it fails, from the first wrong character on. Throws GoError.
 */
export function readAsGo(text: string): GoValue {
  try {
    refuseCharacters(text);
    const root = parseFirstDocument(text);
    return root === undefined ? null : toJsonValue(decodeNodes(root));
  } catch (error) {
    if (error instanceof YamlProblem)
      throw new GoError(`error converting YAML to JSON: yaml: ${error.message}`);
    if (error instanceof GoError) throw new GoError(`error converting YAML to JSON: ${error.message}`);
    throw error;
  }
}

const REFUSED = /[^\t\n\r\x20-\x7e\x85\xa0-\uffff]|[\ufffe\uffff]|(?<![\ud800-\udbff])[\udc80-\udcff]/;

function refuseCharacters(text: string): void {
  const found = REFUSED.exec(text);
  if (found === null) return;
  const code = found[0].charCodeAt(0);
  if (code < 0xdc80 || code > 0xdcff) throw new YamlProblem('control characters are not allowed');
  throw new YamlProblem(byteProblem(bytesOf(text.slice(found.index, found.index + 4))));
}

/** What libyaml's reader says about bytes that are no UTF-8. */
function byteProblem([lead = 0, ...rest]: Uint8Array): string {
  const width = lead < 0xc0 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf8 ? 4 : 0;
  if (width === 0) return 'invalid leading UTF-8 octet';
  if (rest.length < width - 1) return 'incomplete UTF-8 octet sequence';
  if (rest.slice(0, width - 1).some((byte) => (byte & 0xc0) !== 0x80)) return 'invalid trailing UTF-8 octet';
  const low = [0, 0, 0x80, 0x800, 0x10000][width] as number;
  const code = rest
    .slice(0, width - 1)
    .reduce((sum, byte) => (sum << 6) | (byte & 0x3f), lead & (0xff >> (width + 1)));
  return code < low ? 'invalid length of a UTF-8 sequence' : 'invalid Unicode character';
}
