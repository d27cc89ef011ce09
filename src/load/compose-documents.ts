import {
  type AliasEvent,
  COLLECTION_STYLE,
  EVENT_ID,
  type Event,
  type MappingEvent,
  type ScalarEvent,
  type SequenceEvent,
} from 'js-yaml';
import { toPointer } from '../model/json-pointer.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../model/json-value.ts';
import { AliasBudget } from './alias-budget.ts';
import type { ComposedDocument } from './composed-document.ts';
import { EntryStack } from './entry-stack.ts';
import type { FindingLog } from './finding-log.ts';
import { keyShapeProblem } from './key-shape.ts';
import { NODE_PROBLEMS } from './node-problems.ts';
import {
  type Anchored,
  expectsKey,
  type OpenContainer,
  outerPath,
  reopen,
  unusedContainer,
} from './open-container.ts';
import type { PositionIndex } from './position-index.ts';
import { ScalarReader } from './scalar-reader.ts';
import { afterCloser } from './source-scan.ts';
import { templateTextAt } from './template-text.ts';
import type { YamlDialect } from './yaml-dialect.ts';

/**
 * Builds the data of every document in the events, as go-yaml v2 and sigs.k8s.io/yaml do for Helm, and notes in the index
 * where each entry is written. What Helm refuses goes to the log; the data is then of no use. `endsLastLine`: a block at the end of the
 * text ends in a newline even where the text does not.
 */
export function composeDocuments(
  text: string,
  events: readonly Event[],
  index: PositionIndex,
  log: FindingLog,
  endsLastLine = false,
  dialect: YamlDialect = 'helm',
): ComposedDocument[] {
  const scalar = new ScalarReader(text, log, endsLastLine, dialect);
  const composer = new Composer(text, index, log, scalar);
  for (const event of events) composer.take(event);
  return composer.documents;
}

class Composer {
  readonly documents: ComposedDocument[] = [];
  readonly #text: string;
  readonly #index: PositionIndex;
  readonly #log: FindingLog;
  readonly #entries: EntryStack;
  readonly #scalar: ScalarReader;
  readonly #stack: OpenContainer[] = [];
  #depth = 0;
  /** Where the last thing read ends. */
  #cursor = 0;
  #root: JsonValue = null;
  #rootStart = 0;
  #rootEnd = 0;
  #anchors = new Map<string, Anchored>();
  #budget = new AliasBudget();
  #overspent = false;

  constructor(text: string, index: PositionIndex, log: FindingLog, scalar: ScalarReader) {
    this.#text = text;
    this.#index = index;
    this.#log = log;
    this.#entries = new EntryStack(text, index, log);
    this.#scalar = scalar;
  }

  take(event: Event): void {
    switch (event.type) {
      case EVENT_ID.SCALAR:
        this.#takeScalar(event);
        break;
      case EVENT_ID.MAPPING:
        this.#openContainer(event, {}, undefined);
        break;
      case EVENT_ID.SEQUENCE:
        this.#openContainer(event, undefined, []);
        break;
      case EVENT_ID.POP:
        if (this.#depth > 0) this.#closeContainer();
        else this.documents.push({ value: this.#root, start: this.#rootStart, end: this.#rootEnd });
        break;
      case EVENT_ID.ALIAS:
        this.#takeAlias(event);
        break;
      case EVENT_ID.DOCUMENT:
        this.#root = null;
        this.#anchors = new Map();
        this.#budget = new AliasBudget();
        this.#scalar.useDirectives(event.directives);
    }
  }

  #takeScalar(event: ScalarEvent): void {
    const open = this.#innermost();
    const scalar = this.#scalar;
    const isKey = expectsKey(open);
    scalar.read(event, this.#cursor, open, this.#pathOfNext);
    this.#cursor = scalar.end;
    if (event.anchorStart !== -1) {
      this.#anchors.set(this.#anchorName(event), {
        start: scalar.start,
        end: scalar.end,
        value: scalar.value,
        key: scalar.asKey(),
        nodes: 1,
        open: false,
      });
    }
    if (isKey) {
      if (scalar.isMergeKey) this.#putKey(open, '<<', scalar.start, scalar.end, true);
      else {
        this.#spend(1);
        this.#putKey(open, scalar.key, scalar.start, scalar.end, false);
      }
    } else {
      this.#spend(1);
      this.#put(open, scalar.value, scalar.start, scalar.end, false);
    }
  }

  #takeAlias(event: AliasEvent): void {
    const open = this.#innermost();
    const place = { start: event.anchorStart - 1, end: event.anchorEnd };
    this.#cursor = place.end;
    const name = this.#text.slice(event.anchorStart, event.anchorEnd);
    const target = this.#anchors.get(name);
    const isKey = expectsKey(open);
    if (target === undefined || target.open) {
      const problem =
        target === undefined ? NODE_PROBLEMS.unknownAnchor(name) : NODE_PROBLEMS.recursiveAlias(name);
      this.#log.refuseNode(problem, place, this.#pathOfNext());
      if (isKey) this.#putKey(open, undefined, place.start, place.end, false);
      else this.#put(open, null, place.start, place.end, false);
      return;
    }
    if (!this.#budget.spendAlias(target.nodes)) this.#overspend(place);
    if (!isKey) {
      this.#index.noteAlias(place.start, target);
      this.#put(open, target.value, place.start, place.end, true);
    } else {
      if (target.key === undefined) this.#refuseKey(place);
      this.#putKey(open, target.key, place.start, place.end, false);
    }
  }

  #openContainer(
    event: MappingEvent | SequenceEvent,
    map: JsonObject | undefined,
    list: JsonValue[] | undefined,
  ): void {
    if (this.#depth === this.#stack.length) this.#stack.push(unusedContainer());
    const open = this.#stack[this.#depth]!;
    const isFlow = event.style === COLLECTION_STYLE.FLOW;
    reopen(open, map, list, event.start, isFlow, this.#entries, this.#budget.decoded);
    open.from = firstOf(event);
    if (event.anchorStart !== -1) {
      const value = (map ?? list)!;
      open.anchor = { start: open.from, end: event.start, value, key: undefined, nodes: 0, open: true };
      this.#anchors.set(this.#anchorName(event), open.anchor);
    }
    // go-yaml does not decode the list after `<<` itself, only its items.
    const parent = this.#innermost();
    if (list === undefined || parent?.isMerge !== true) this.#spend(1);
    this.#depth++;
    this.#cursor = open.isFlow && this.#opensWithBracket(open) ? event.start + 1 : event.start;
  }

  #closeContainer(): void {
    const open = this.#stack[--this.#depth]!;
    if (open.isFlow && this.#opensWithBracket(open)) {
      this.#cursor = afterCloser(this.#text, this.#cursor, open.map === undefined ? 93 : 125);
    }
    const end = this.#cursor;
    if (open.map !== undefined) {
      const { keys, spans } = this.#entries;
      this.#index.addMap(open.map, keys.length - open.keyFrom, keys, open.keyFrom, spans, open.spanFrom);
    } else this.#index.addList(open.list!, this.#entries.spans, open.spanFrom);
    this.#entries.drop(open);
    if (open.anchor !== undefined) {
      open.anchor.end = end;
      open.anchor.nodes = this.#budget.decoded - open.nodesBefore;
      open.anchor.open = false;
    }
    const parent = this.#innermost();
    if (expectsKey(parent)) {
      this.#refuseKey({ start: open.start, end });
      this.#putKey(parent, undefined, open.start, end, false);
    } else this.#put(parent, (open.map ?? open.list)!, open.from, end, false);
  }

  #innermost(): OpenContainer | undefined {
    return this.#stack[this.#depth - 1];
  }

  /** `[a: 1]` holds a map without brackets of its own. */
  #opensWithBracket(open: OpenContainer): boolean {
    return this.#text.charCodeAt(open.start) === (open.map === undefined ? 91 : 123);
  }

  #putKey(open: OpenContainer, key: string | undefined, start: number, end: number, isMerge: boolean): void {
    open.key = key;
    open.keyStart = start;
    open.keyEnd = end;
    open.isMerge = isMerge;
    open.awaitsValue = true;
    const problem = keyShapeProblem(this.#text, start, end, open.isFlow);
    if (problem !== undefined) this.#log.refuse('yaml/syntax', problem, { start, end }, this.#pathOfNext());
  }

  #put(
    open: OpenContainer | undefined,
    value: JsonValue,
    start: number,
    end: number,
    isAlias: boolean,
  ): void {
    if (open === undefined) {
      this.#root = value;
      this.#rootStart = start;
      this.#rootEnd = end;
    } else if (open.list !== undefined) {
      open.list.push(value);
      this.#entries.spans.push(start, end);
    } else {
      if (open.isMerge) this.#merge(open, value, { start, end }, isAlias);
      else if (open.key !== undefined) this.#entries.set(open, value, start, end, this.#pathOfNext);
      open.isMerge = false;
      open.awaitsValue = false;
    }
  }

  #merge(
    open: OpenContainer,
    value: JsonValue,
    place: { start: number; end: number },
    isAlias: boolean,
  ): void {
    // Past the budget the merges may be endless, and nobody uses the data.
    if (this.#overspent) return;
    const sources = Array.isArray(value) && !isAlias ? [...value].reverse() : [value];
    for (const source of sources) {
      if (isJsonObject(source)) this.#entries.merge(open, source, this.#pathOf);
      else {
        this.#log.refuseNode(NODE_PROBLEMS.mergeNotAMap, place, this.#pathOf('<<'));
        return;
      }
    }
  }

  #spend(nodes: number): void {
    if (!this.#budget.spend(nodes)) this.#overspend({ start: this.#cursor, end: this.#cursor });
  }

  #overspend(place: { start: number; end: number }): void {
    if (this.#overspent) return;
    this.#overspent = true;
    this.#log.refuseNode(NODE_PROBLEMS.excessiveAliasing, place, this.#pathOfNext());
  }

  #refuseKey(place: { start: number; end: number }): void {
    const template = templateTextAt(this.#text, place.start - 1);
    if (template !== undefined) {
      this.#log.refuse('yaml/syntax', template, template, toPointer(outerPath(this.#stack, this.#depth)));
      return;
    }
    this.#log.refuseNode(NODE_PROBLEMS.keyIsNoText, place, this.#pathOfNext());
  }

  #anchorName(event: { anchorStart: number; anchorEnd: number }): string {
    return this.#scalar.anchorName(event, this.#pathOfNext);
  }

  /** JSON Pointer of the innermost container's entry with this key. */
  readonly #pathOf = (key: string): string => toPointer([...outerPath(this.#stack, this.#depth), key]);

  /** JSON Pointer of what is being read: the pending entry or the next item; a key stands for its map. */
  readonly #pathOfNext = (): string => {
    const path = outerPath(this.#stack, this.#depth);
    const open = this.#innermost();
    if (open?.list !== undefined) path.push(open.list.length);
    else if (open?.awaitsValue && open.key !== undefined) path.push(open.key);
    return toPointer(path);
  };
}

/** Where a map or list starts with the anchor and the tag in front of it. */
function firstOf({ start, anchorStart, tagStart }: MappingEvent | SequenceEvent): number {
  const anchor = anchorStart === -1 ? start : anchorStart - 1;
  return tagStart === -1 ? anchor : Math.min(anchor, tagStart);
}
