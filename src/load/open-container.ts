import type { JsonObject, JsonValue } from '../model/json-value.ts';
import type { Place } from './finding-log.ts';

/** What an alias of the name stands for. */
export interface Anchored extends Place {
  start: number;
  end: number;
  value: JsonValue;
  /** What the value becomes as a map key; undefined when Helm refuses it there. */
  key: string | undefined;
  /** Nodes that go-yaml decodes to read it. */
  nodes: number;
  /** Still being read: an alias to it would contain itself. */
  open: boolean;
}

/** A map or list whose end is not reached yet. Reused for every container at the same depth. */
export interface OpenContainer {
  map: JsonObject | undefined;
  list: JsonValue[] | undefined;
  start: number;
  /** Where it starts with its anchor and tag. */
  from: number;
  isFlow: boolean;
  /** Heights of the entry stacks when it was opened. */
  keyFrom: number;
  spanFrom: number;
  /** A map whose key is read and whose value comes next. */
  awaitsValue: boolean;
  /** Undefined when Helm refuses the key. */
  key: string | undefined;
  keyStart: number;
  keyEnd: number;
  /** The key is `<<`. */
  isMerge: boolean;
  anchor: Anchored | undefined;
  /** Nodes decoded before it. */
  nodesBefore: number;
  /** Where each key is on the stack; built when a big map repeats its first key. */
  slots: Map<string, number> | undefined;
  /** Keys that a `<<` has set and no explicit key since. */
  merged: Set<string> | undefined;
}

/** A container to be filled in when something is opened at its depth. */
export function unusedContainer(): OpenContainer {
  return {
    map: undefined,
    list: undefined,
    start: 0,
    from: 0,
    isFlow: false,
    keyFrom: 0,
    spanFrom: 0,
    awaitsValue: false,
    key: undefined,
    keyStart: 0,
    keyEnd: 0,
    isMerge: false,
    anchor: undefined,
    nodesBefore: 0,
    slots: undefined,
    merged: undefined,
  };
}

/** Starts a map or a list (the other is undefined) on top of the stacks, whose heights are taken from `entries`. */
export function reopen(
  open: OpenContainer,
  map: JsonObject | undefined,
  list: JsonValue[] | undefined,
  start: number,
  isFlow: boolean,
  entries: { readonly keys: readonly string[]; readonly spans: readonly number[] },
  nodesBefore: number,
): void {
  open.map = map;
  open.list = list;
  open.start = start;
  open.from = start;
  open.isFlow = isFlow;
  open.keyFrom = entries.keys.length;
  open.spanFrom = entries.spans.length;
  open.awaitsValue = false;
  open.isMerge = false;
  open.key = undefined;
  open.slots = undefined;
  open.merged = undefined;
  open.anchor = undefined;
  open.nodesBefore = nodesBefore;
}

/** Whether a key of the container comes next. */
export function expectsKey(open: OpenContainer | undefined): open is OpenContainer {
  return open?.map !== undefined && !open.awaitsValue;
}

/** The path of the innermost of the open containers. */
export function outerPath(stack: readonly OpenContainer[], depth: number): (string | number)[] {
  const path: (string | number)[] = [];
  for (let i = 0; i < depth - 1; i++) {
    const { list, key } = stack[i]!;
    if (list !== undefined) path.push(list.length);
    else if (key !== undefined) path.push(key);
  }
  return path;
}
