import { type ScanState, scanState, type Token } from './scan-state.ts';
import { peekToken, takeToken } from './scan-tokens.ts';
import { type Mark, parserProblem, YamlProblem } from './yaml-problem.ts';

/** A node of a YAML document as go-yaml v2 keeps it. */
export interface YamlNode {
  readonly kind: 'scalar' | 'list' | 'map' | 'alias';
  /** Given in full: `tag:yaml.org,2002:str`. */
  readonly tag: string;
  readonly text: string;
  /** Whether the value decides about the type. */
  readonly isImplicit: boolean;
  /** Items, or keys and values in turn. */
  readonly children: YamlNode[];
  /** What an alias stands for. */
  readonly target?: YamlNode;
}

interface ParseState {
  readonly scan: ScanState;
  readonly anchors: Map<string, YamlNode>;
  /** Handles of tags and what they stand for. */
  readonly handles: Map<string, string>;
}

const EMPTY: YamlNode = { kind: 'scalar', tag: '', text: '', isImplicit: true, children: [] };

/** The first document of a text; undefined when there is none. Throws YamlProblem with go-yaml's words. */
export function parseFirstDocument(text: string): YamlNode | undefined {
  const state: ParseState = { scan: scanState(text), anchors: new Map(), handles: new Map() };
  const first = peekToken(state.scan);
  if (first.kind === 'stream end') return undefined;
  const isExplicit = ['version directive', 'tag directive', 'document start'].includes(first.kind);
  readDirectives(state);
  let root = EMPTY;
  if (isExplicit) {
    const start = peekToken(state.scan);
    if (start.kind !== 'document start')
      throw parserProblem('did not find expected <document start>', start.start);
    takeToken(state.scan);
    const next = peekToken(state.scan).kind;
    const isEmpty = [
      'version directive',
      'tag directive',
      'document start',
      'document end',
      'stream end',
    ].includes(next);
    if (!isEmpty) root = parseNode(state, true, false);
  } else root = parseNode(state, true, false);
  // The end of the document is looked for, what stands behind it is not.
  peekToken(state.scan);
  return root;
}

function readDirectives(state: ParseState): void {
  let hasVersion = false;
  for (let token = peekToken(state.scan); ; token = peekToken(state.scan)) {
    if (token.kind === 'version directive') {
      if (hasVersion) throw parserProblem('found duplicate %YAML directive', token.start);
      if (token.text !== '1.1') throw parserProblem('found incompatible YAML document', token.start);
      hasVersion = true;
    } else if (token.kind === 'tag directive') {
      if (state.handles.has(token.text as string))
        throw parserProblem('found duplicate %TAG directive', token.start);
      state.handles.set(token.text as string, token.suffix as string);
    } else break;
    takeToken(state.scan);
  }
  if (!state.handles.has('!')) state.handles.set('!', '!');
  if (!state.handles.has('!!')) state.handles.set('!!', 'tag:yaml.org,2002:');
}

function parseNode(state: ParseState, isBlock: boolean, mayBeIndentless: boolean): YamlNode {
  const { scan } = state;
  const first = peekToken(scan);
  if (first.kind === 'alias') return alias(state, takeToken(scan).text as string);
  const { anchor, tag, hasProperties } = properties(state);
  const token = peekToken(scan);
  const keep = (node: YamlNode): YamlNode => {
    if (anchor !== undefined) state.anchors.set(anchor, node);
    return node;
  };
  const container = (kind: 'list' | 'map'): YamlNode =>
    keep({ kind, tag, text: '', isImplicit: tag === '', children: [] });
  if (mayBeIndentless && token.kind === 'block entry') return indentless(state, container('list'));
  switch (token.kind) {
    case 'scalar': {
      takeToken(scan);
      const isImplicit = (tag === '' && token.isPlain === true) || tag === '!';
      return keep({ kind: 'scalar', tag, text: token.text as string, isImplicit, children: [] });
    }
    case 'flow sequence start':
      return flowList(state, container('list'));
    case 'flow mapping start':
      return flowMap(state, container('map'));
    case 'sequence start':
      if (isBlock) return blockList(state, container('list'));
      break;
    case 'mapping start':
      if (isBlock) return blockMap(state, container('map'));
      break;
    default:
  }
  if (hasProperties) return keep({ ...EMPTY, tag, isImplicit: tag === '', children: [] });
  throw parserProblem('did not find expected node content', token.start, first.start);
}

function alias({ anchors }: ParseState, name: string): YamlNode {
  const target = anchors.get(name);
  if (target === undefined) throw new YamlProblem(`unknown anchor '${name}' referenced`);
  return { kind: 'alias', tag: '', text: name, isImplicit: false, children: [], target };
}

/** An anchor and a tag, in any order. */
function properties(state: ParseState): { anchor: string | undefined; tag: string; hasProperties: boolean } {
  const { scan } = state;
  const start = peekToken(scan).start;
  let anchor: string | undefined;
  let tagToken: Token | undefined;
  for (let i = 0; i < 2; i++) {
    const token = peekToken(scan);
    if (token.kind === 'anchor' && anchor === undefined) anchor = takeToken(scan).text;
    else if (token.kind === 'tag' && tagToken === undefined) tagToken = takeToken(scan);
    else break;
  }
  // The anchor and the tag are followed by another token before the tag is looked up.
  peekToken(scan);
  const tag = tagToken === undefined ? '' : fullTag(state, tagToken, start);
  return { anchor, tag, hasProperties: anchor !== undefined || tag !== '' };
}

function fullTag({ handles }: ParseState, token: Token, start: Mark): string {
  if (token.text === '') return token.suffix as string;
  const tag =
    (handles.get(token.text as string) ?? '') + (handles.has(token.text as string) ? token.suffix : '');
  if (tag === '') throw parserProblem('found undefined tag handle', token.start, start);
  return tag;
}

function blockList(state: ParseState, list: YamlNode): YamlNode {
  const { scan } = state;
  const { start } = takeToken(scan);
  for (;;) {
    const token = peekToken(scan);
    if (token.kind === 'block end') {
      takeToken(scan);
      return list;
    }
    if (token.kind !== 'block entry')
      throw parserProblem("did not find expected '-' indicator", token.start, start);
    takeToken(scan);
    const next = peekToken(scan).kind;
    list.children.push(
      next === 'block entry' || next === 'block end' ? EMPTY : parseNode(state, true, false),
    );
  }
}

function indentless(state: ParseState, list: YamlNode): YamlNode {
  const { scan } = state;
  while (peekToken(scan).kind === 'block entry') {
    takeToken(scan);
    const next = peekToken(scan).kind;
    const isEmpty = ['block entry', 'key', 'value', 'block end'].includes(next);
    list.children.push(isEmpty ? EMPTY : parseNode(state, true, false));
  }
  return list;
}

function blockMap(state: ParseState, map: YamlNode): YamlNode {
  const { scan } = state;
  const { start } = takeToken(scan);
  const part = (): YamlNode =>
    ['key', 'value', 'block end'].includes(peekToken(scan).kind) ? EMPTY : parseNode(state, true, true);
  for (;;) {
    const token = peekToken(scan);
    if (token.kind === 'block end') {
      takeToken(scan);
      return map;
    }
    if (token.kind !== 'key') throw parserProblem('did not find expected key', token.start, start);
    takeToken(scan);
    map.children.push(part());
    if (peekToken(scan).kind === 'value') {
      takeToken(scan);
      map.children.push(part());
    } else map.children.push(EMPTY);
  }
}

function flowList(state: ParseState, list: YamlNode): YamlNode {
  const { scan } = state;
  const { start } = takeToken(scan);
  for (let isFirst = true; peekToken(scan).kind !== 'flow sequence end'; isFirst = false) {
    if (!isFirst) {
      separate(scan, "did not find expected ',' or ']'", start);
      if (peekToken(scan).kind === 'flow sequence end') break;
    }
    list.children.push(peekToken(scan).kind === 'key' ? pair(state) : parseNode(state, false, false));
  }
  takeToken(scan);
  return list;
}

function separate(scan: ScanState, problem: string, start: Mark): void {
  const token = peekToken(scan);
  if (token.kind !== 'flow entry') throw parserProblem(problem, token.start, start);
  takeToken(scan);
}

/** `[a: b]`: a map with one entry. */
function pair(state: ParseState): YamlNode {
  const { scan } = state;
  const ends = ['value', 'flow entry', 'flow sequence end'];
  takeToken(scan);
  let key = EMPTY;
  if (ends.includes(peekToken(scan).kind)) takeToken(scan);
  else key = parseNode(state, false, false);
  return {
    kind: 'map',
    tag: '',
    text: '',
    isImplicit: true,
    children: [key, flowValue(state, 'flow sequence end')],
  };
}

function flowValue(state: ParseState, end: Token['kind']): YamlNode {
  const { scan } = state;
  if (peekToken(scan).kind !== 'value') return EMPTY;
  takeToken(scan);
  return ['flow entry', end].includes(peekToken(scan).kind) ? EMPTY : parseNode(state, false, false);
}

function flowMap(state: ParseState, map: YamlNode): YamlNode {
  const { scan } = state;
  const { start } = takeToken(scan);
  for (let isFirst = true; peekToken(scan).kind !== 'flow mapping end'; isFirst = false) {
    if (!isFirst) {
      separate(scan, "did not find expected ',' or '}'", start);
      if (peekToken(scan).kind === 'flow mapping end') break;
    }
    if (peekToken(scan).kind !== 'key') {
      map.children.push(parseNode(state, false, false), EMPTY);
      continue;
    }
    takeToken(scan);
    const isEmpty = ['value', 'flow entry', 'flow mapping end'].includes(peekToken(scan).kind);
    map.children.push(isEmpty ? EMPTY : parseNode(state, false, false));
    map.children.push(flowValue(state, 'flow mapping end'));
  }
  takeToken(scan);
  return map;
}
