import type { FlagKind } from '../../merge/apply-flag.ts';
import { get, type Owner, put } from '../../merge/draft.ts';
import { runFlag } from '../../merge/flag-layer.ts';
import type { FlagProblem } from '../../merge/flag-problem.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../model/json-value.ts';
import type { FlagText } from '../../model/layer.ts';
import { putAt } from '../../model/put-at.ts';
import { type ValuesPath, valueAt } from '../../model/values-path.ts';

/** One value that a `targetPath` sets: its text may set several. */
export interface TargetWrite {
  readonly path: ValuesPath;
  /** It was set in a map or list of `spec.values` itself, so that no later merge takes it back. */
  readonly isForGood: boolean;
}

/** What a `targetPath` does. */
export interface TargetEffect {
  readonly writes: readonly TargetWrite[];
  /** What of it spec.values is laid over, lists as a whole. */
  readonly below: JsonObject | undefined;
  /** What of it is for good. */
  readonly above: JsonObject | undefined;
  /** Where Flux stops, or drops what is meant. */
  readonly problem: FlagProblem | undefined;
  /** What the path leads through although it is no map, or no list. */
  readonly blocked: ValuesPath | undefined;
}

/** As Go's: what is there is changed in place; a list that has to grow is a new one (Helm's `setIndex`). */
const IN_PLACE: Owner = {
  newMap: () => ({}),
  own: (container) => container,
  ownMap: (_parent, _key, child) => child,
  ownList: (list, index) => (index < list.length ? list : list.slice()),
};

/**
 * The merge of a HelmRelease's values as the helm-controller does it (fluxcd/pkg chartutil, `ChartValuesFromReferences`). Before each
 * `targetPath` it lays `spec.values` over what it has, and at the end once more. Its `MergeMaps` copies a map only where another one is there
 * already, and hands on the map of `spec.values` elsewhere; what is then set in that stays. So this keeps the maps themselves, and what they share.
 */
export class FluxMerge {
  readonly #inline: JsonObject;
  readonly #result: JsonObject = {};
  /** How often spec.values was laid over everything, and over each key at the top. The third time in a row changes nothing. */
  #count = 0;
  readonly #counts = new Map<string, number>();

  /** `inline`: what `spec.values` holds; it is not changed. */
  constructor(inline: JsonObject) {
    this.#inline = structuredClone(inline);
  }

  /** Lays a whole document over everything. */
  document(data: JsonObject): void {
    for (const [key, value] of Object.entries(structuredClone(data))) {
      this.#catchUp(key);
      layOver(this.#result, key, value);
    }
  }

  /** Sets what a `targetPath` with its text says, written like `--set`. */
  target(kind: FlagKind, flag: FlagText, helmVersion: string | undefined): TargetEffect {
    this.#count++;
    const named: ValuesPath[] = [];
    const alone: JsonObject = {};
    const stops = apply(kind, flag, alone, (path) => named.push(path), helmVersion) !== undefined;
    for (const key of Object.keys(stops ? this.#inline : alone)) this.#catchUp(key);
    const set: TargetWrite[] = [];
    const onWrite = (path: ValuesPath): void => {
      set.push({ path, isForGood: this.#isForGood(path) });
    };
    const problem = apply(kind, flag, this.#result, onWrite, helmVersion);
    const writes = set.flatMap(({ path, isForGood }) => {
      const held = heldPart(isForGood ? this.#inline : this.#result, path);
      return held.length === 0 ? [] : [{ path: held, isForGood }];
    });
    if (problem?.refused === true) {
      const blocked = named.map((path) => this.#blocker(path)).find((path) => path !== undefined);
      return { writes: [], below: undefined, above: undefined, problem, blocked };
    }
    const below = layerData(
      this.#result,
      writes.filter(({ isForGood }) => !isForGood),
    );
    const above = layerData(
      this.#inline,
      writes.filter(({ isForGood }) => isForGood),
    );
    return { writes, below, above, problem, blocked: undefined };
  }

  #catchUp(key: string): void {
    const value = get(this.#inline, key);
    const done = this.#counts.get(key) ?? 0;
    this.#counts.set(key, this.#count);
    if (value === undefined) return;
    for (let i = Math.min(2, this.#count - done); i > 0; i--) layOver(this.#result, key, value);
  }

  #blocker(path: ValuesPath): ValuesPath | undefined {
    const index = path.findIndex((segment, i) => {
      const held = i === 0 ? this.#result : valueAt(this.#result, path.slice(0, i));
      if (held === undefined) return false;
      return typeof segment === 'number' ? !Array.isArray(held) : !isJsonObject(held);
    });
    return index < 0 ? undefined : path.slice(0, index);
  }

  /** Whether what is changed for the path belongs to spec.values; asked when the value is set and not yet all that is made around it. */
  #isForGood(path: ValuesPath): boolean {
    for (let length = path.length - 1; length > 0; length--) {
      const changed = valueAt(this.#result, path.slice(0, length));
      const isThere = Array.isArray(changed) ? Number(path[length]) < changed.length : isJsonObject(changed);
      if (isThere) return changed === valueAt(this.#inline, path.slice(0, length));
    }
    return false;
  }
}

/** What was set, as the data of a layer. */
function layerData(of: JsonObject, writes: readonly TargetWrite[]): JsonObject | undefined {
  if (writes.length === 0) return undefined;
  const data: JsonObject = {};
  for (const { path } of writes) {
    const whole = upToList(of, path);
    putAt(data, whole, structuredClone(valueAt(of, whole) ?? null));
  }
  return data;
}

/** An empty text below an item that is not there yet is lost, up to the list (Helm's `listItem`). */
function heldPart(of: JsonObject, path: ValuesPath): ValuesPath {
  let held = path;
  while (valueAt(of, held) === undefined) held = held.slice(0, -1);
  return held.length === path.length || Array.isArray(valueAt(of, held)) ? held : [];
}

function apply(
  kind: FlagKind,
  flag: FlagText,
  data: JsonObject,
  onPath: (path: ValuesPath) => void,
  helmVersion: string | undefined,
): FlagProblem | undefined {
  const onWrite = ({ segments }: { segments: readonly { name: string | number }[] }): void => {
    onPath(segments.map(({ name }) => name));
  };
  return runFlag(kind, flag, { draft: IN_PLACE, data, onWrite }, helmVersion);
}

/** One key of `MergeMaps`: a map over a map makes a new one, everything else is handed on as it is. */
function layOver(map: JsonObject, key: string, value: JsonValue): void {
  const below = get(map, key);
  let merged = value;
  if (isJsonObject(value) && isJsonObject(below)) {
    merged = { ...below };
    for (const [inner, one] of Object.entries(value)) layOver(merged, inner, one);
  }
  put(map, key, merged);
}

/** The path, or that of the first list on the way: a layer holds lists as a whole. */
function upToList(data: JsonObject, path: ValuesPath): ValuesPath {
  const index = path.findIndex((_, i) => i > 0 && Array.isArray(valueAt(data, path.slice(0, i))));
  return index < 0 ? path : path.slice(0, index);
}
