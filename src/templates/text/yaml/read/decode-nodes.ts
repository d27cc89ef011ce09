import { type ResolvedScalar, resolvePlain, resolveTagged } from '../../../../load/resolve-scalar.ts';
import { goInt } from '../../../value/make-value.ts';
import { type DecodedMap, type DecodedValue, goSyntax, isDecodedList } from './decoded-value.ts';
import type { YamlNode } from './parse-nodes.ts';
import { YamlProblem } from './yaml-problem.ts';

const LONG_TAG = 'tag:yaml.org,2002:';
/** From this many decoded nodes on, a smaller share of them may come from aliases. */
const RANGE_LOW = 400_000;
const RANGE_HIGH = 4_000_000;

interface DecodeState {
  readonly open: Set<YamlNode>;
  decoded: number;
  aliased: number;
  depth: number;
}

/** `decode.go` of go-yaml v2, into an `interface {}`. Throws YamlProblem with its words. */
export function decodeNodes(root: YamlNode): DecodedValue {
  return decode({ open: new Set(), decoded: 0, aliased: 0, depth: 0 }, root);
}

function decode(state: DecodeState, node: YamlNode, into?: DecodedMap): DecodedValue {
  state.decoded++;
  if (state.depth > 0) state.aliased++;
  if (
    state.aliased > 100 &&
    state.decoded > 1000 &&
    state.aliased / state.decoded > allowedRatio(state.decoded)
  )
    throw new YamlProblem('document contains excessive aliasing');
  switch (node.kind) {
    case 'alias':
      return decodeAlias(state, node, into);
    case 'scalar':
      return decodeScalar(node);
    case 'list':
      return node.children.map((child) => decode(state, child));
    default:
      return decodeMap(state, node, into ?? { go: 'yaml map', entries: new Map() });
  }
}

function allowedRatio(decoded: number): number {
  if (decoded <= RANGE_LOW) return 0.99;
  if (decoded >= RANGE_HIGH) return 0.1;
  return 0.99 - 0.89 * ((decoded - RANGE_LOW) / (RANGE_HIGH - RANGE_LOW));
}

function decodeAlias(state: DecodeState, node: YamlNode, into?: DecodedMap): DecodedValue {
  if (state.open.has(node)) throw new YamlProblem(`anchor '${node.text}' value contains itself`);
  state.open.add(node);
  state.depth++;
  const value = decode(state, node.target as YamlNode, into);
  state.depth--;
  state.open.delete(node);
  return value;
}

function decodeScalar({ tag, text, isImplicit }: YamlNode): DecodedValue {
  if (tag === '' && !isImplicit) return text;
  const resolved = tag === '' ? resolvePlain(text) : resolveTagged(tag, text);
  if (resolved.kind !== 'error') return resolvedValue(resolved);
  if (resolved.wanted === '!!binary') throw new YamlProblem('!!binary value contains invalid base64 data');
  const { kind } = resolvePlain(text);
  const found = kind === 'uint' ? 'int' : kind;
  throw new YamlProblem(`cannot decode !!${found} \`${text}\` as a ${tag.replace(LONG_TAG, '!!')}`);
}

function resolvedValue({ kind, value, exact }: ResolvedScalar): DecodedValue {
  if (kind !== 'int' && kind !== 'uint') return value;
  return goInt(exact ?? (value as number), kind === 'int' ? 'int' : 'uint64');
}

function decodeMap(state: DecodeState, node: YamlNode, map: DecodedMap): DecodedMap {
  for (let i = 0; i < node.children.length; i += 2) {
    const keyNode = node.children[i] as YamlNode;
    const valueNode = node.children[i + 1] as YamlNode;
    if (isMerge(keyNode)) {
      merge(state, valueNode, map);
      continue;
    }
    const key = decode(state, keyNode);
    if (isDecodedList(key) || (typeof key === 'object' && key !== null && key.go === 'yaml map'))
      throw new YamlProblem(`invalid map key: ${goSyntax(key)}`);
    const value = decode(state, valueNode);
    map.entries.set(`${typeof key} ${goSyntax(key)}`, { key, value });
  }
  return map;
}

function isMerge({ kind, text, isImplicit, tag }: YamlNode): boolean {
  return kind === 'scalar' && text === '<<' && (isImplicit || tag === `${LONG_TAG}merge`);
}

/** Entries come in where the `<<` stands: they replace those before it. */
function merge(state: DecodeState, node: YamlNode, map: DecodedMap): void {
  const isMap = (one: YamlNode): boolean =>
    one.kind === 'map' || (one.kind === 'alias' && one.target?.kind === 'map');
  if (isMap(node)) decode(state, node, map);
  else if (node.kind !== 'list')
    throw new YamlProblem('map merge requires map or sequence of maps as the value');
  else
    for (const one of node.children.toReversed()) {
      if (!isMap(one)) throw new YamlProblem('map merge requires map or sequence of maps as the value');
      decode(state, one, map);
    }
}
