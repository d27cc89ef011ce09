import { type DocumentDirective, getScalarValue, SCALAR_STYLE, type ScalarEvent } from 'js-yaml';
import type { FindingLog, Place } from './finding-log.ts';
import { keyText } from './key-text.ts';
import { expectsKey, type OpenContainer } from './open-container.ts';
import { refusedEscape } from './refused-escape.ts';
import { resolveGoYaml3 } from './resolve-go-yaml-3.ts';
import {
  mayBeTyped,
  type ResolvedScalar,
  resolvePlain,
  resolveTagged,
  type ScalarValue,
} from './resolve-scalar.ts';
import { afterIndicator, blockContentEnd, blockIndicator } from './source-scan.ts';
import type { YamlDialect } from './yaml-dialect.ts';

const ANCHOR_NAME = /^[0-9A-Za-z_-]+$/;
const LONG_TAG = 'tag:yaml.org,2002:';

/** Reads one scalar after another; the fields tell about the last one. One object, because there are millions of them. */
export class ScalarReader {
  value: ScalarValue = null;
  /** The key it is in JSON; undefined when Helm refuses it as a key. Only for scalars read as keys. */
  key: string | undefined;
  /** `<<`, not quoted. */
  isMergeKey = false;
  start = 0;
  end = 0;

  /** Undefined for strings. */
  #resolved: ResolvedScalar | undefined;
  #handles = new Map<string, string>();
  readonly #text: string;
  readonly #log: FindingLog;
  readonly #endsLastLine: boolean;
  readonly #resolvePlain: (text: string) => ResolvedScalar;

  constructor(text: string, log: FindingLog, endsLastLine: boolean, dialect: YamlDialect) {
    this.#text = text;
    this.#resolvePlain = dialect === 'helm' ? resolvePlain : resolveGoYaml3;
    this.#log = log;
    this.#endsLastLine = endsLastLine;
  }

  /** Starts a document: tags are short for what its `%TAG` lines say. */
  useDirectives(directives: readonly DocumentDirective[]): void {
    this.#handles = new Map([['!!', LONG_TAG]]);
    for (const directive of directives)
      if (directive.kind === 'tag') this.#handles.set(directive.handle, directive.prefix);
  }

  /** `cursor` is where the thing before the scalar ends; `open` the container it stands in. */
  read(event: ScalarEvent, cursor: number, open: OpenContainer | undefined, pathOf: () => string): void {
    const isKey = expectsKey(open);
    this.#place(event, cursor, open, isKey);
    this.isMergeKey = false;
    const text = this.#decode(event, pathOf);
    this.value = text;
    this.#resolved = undefined;
    if (event.tagStart !== -1) this.#readTagged(event, text, isKey, pathOf);
    else if (event.style === SCALAR_STYLE.PLAIN) {
      const first = text === '' ? 126 : text.charCodeAt(0);
      if (mayBeTyped(first)) this.#resolve(this.#resolvePlain(text));
      else if (isKey && first === 60) this.isMergeKey = text === '<<';
    }
    if (open?.isFlow && event.style === SCALAR_STYLE.PLAIN) this.#checkFlowText(pathOf);
    if (isKey) this.#becomeKey(pathOf);
    else if (typeof this.value === 'number' && !Number.isFinite(this.value)) this.#refuseNumber(pathOf());
  }

  /** What the scalar becomes where an alias of it is a key. */
  asKey(): string | undefined {
    return this.#resolved === undefined ? (this.value as string) : keyText(this.#resolved);
  }

  /** The name after `&`, of the only letters that go-yaml allows. */
  anchorName(
    event: { readonly anchorStart: number; readonly anchorEnd: number },
    pathOf: () => string,
  ): string {
    const name = this.#text.slice(event.anchorStart, event.anchorEnd);
    // js-yaml ends the name at a bracket, where go-yaml wants a space.
    const touches = /[[{]/.test(this.#text.charAt(event.anchorEnd));
    if (touches || !ANCHOR_NAME.test(name)) {
      const said = {
        problem: `"&${name}" is not the name of an anchor, which the text after "&" is`,
        why: 'Helm allows only letters, digits, "-" and "_" in it, and refuses the file.',
        help: 'Quote the text if it is meant literally, or rename the anchor.',
      };
      this.#log.refuse('yaml/syntax', said, { start: event.anchorStart - 1, end: event.anchorEnd }, pathOf());
    }
    return name;
  }

  #place(event: ScalarEvent, cursor: number, open: OpenContainer | undefined, isKey: boolean): void {
    const { valueStart, valueEnd } = event;
    if (valueStart === -1) this.#placeAbsent(event, cursor, open, isKey);
    else if (event.style === SCALAR_STYLE.PLAIN) {
      this.start = valueStart;
      this.end = valueEnd;
    } else if (event.style <= SCALAR_STYLE.DOUBLE_QUOTED) {
      this.start = valueStart - 1;
      this.end = valueEnd + 1;
    } else {
      this.start = blockIndicator(this.#text, Math.max(cursor, event.anchorEnd, event.tagEnd));
      this.end = Math.max(this.start, blockContentEnd(this.#text, valueStart, valueEnd));
    }
  }

  /** Nothing is written: an empty span after the colon or the dash, or the tag that stands alone. */
  #placeAbsent(event: ScalarEvent, cursor: number, open: OpenContainer | undefined, isKey: boolean): void {
    if (event.tagStart !== -1) {
      this.start = event.tagStart;
      this.end = event.tagEnd;
      return;
    }
    let at = cursor;
    if (event.anchorStart !== -1) at = event.anchorEnd;
    else if (open?.list !== undefined && !open.isFlow) at = afterIndicator(this.#text, cursor, 45);
    else if (open?.map !== undefined && !isKey) at = afterIndicator(this.#text, cursor, 58);
    this.start = at;
    this.end = at;
  }

  #readTagged(event: ScalarEvent, text: string, isKey: boolean, pathOf: () => string): void {
    const tag = this.#fullTag(this.#text.slice(event.tagStart, event.tagEnd));
    if (isKey && text === '<<' && (tag === '!' || tag === `${LONG_TAG}merge`)) this.isMergeKey = true;
    const found = resolveTagged(tag, text);
    if (found.kind !== 'error') {
      this.#resolve(found);
      return;
    }
    // The value stays out of the message: it may be a secret.
    const said = {
      problem: `The value does not fit its tag "${found.wanted}"`,
      why: 'Helm refuses the file.',
      help: 'Remove the tag, or write a value that fits it.',
    };
    this.#log.refuse('yaml/tag-mismatch', said, this.#ownPlace(), pathOf());
  }

  #fullTag(tag: string): string {
    if (tag.startsWith('!<')) return tag.slice(2, -1);
    const handleEnd = tag.indexOf('!', 1) + 1;
    const handle = handleEnd === 0 ? '!' : tag.slice(0, handleEnd);
    const prefix = this.#handles.get(handle);
    return prefix === undefined ? tag : prefix + tag.slice(handle.length);
  }

  #resolve(resolved: ResolvedScalar): void {
    this.#resolved = resolved;
    this.value = resolved.value;
  }

  #becomeKey(pathOf: () => string): void {
    if (this.#resolved === undefined) this.key = this.value as string;
    else {
      this.key = keyText(this.#resolved);
      if (this.key === undefined && !this.isMergeKey) this.#refuseKey(pathOf());
    }
  }

  #refuseKey(path: string): void {
    const written = this.#text.slice(this.start, this.end);
    const nothing = this.value === null;
    const name = written === '' ? 'The key before ":" is empty, which' : `The key "${written}"`;
    const said = {
      problem: nothing ? `${name} means null in YAML` : `The key ${written} is a number too big for Helm`,
      why: 'Helm refuses the file.',
      help: nothing ? 'Quote it if it is meant as text.' : 'Quote it to make it text.',
    };
    this.#log.refuse('yaml/unusable-key', said, this.#ownPlace(), path);
  }

  #refuseNumber(path: string): void {
    const written = this.#text.slice(this.start, this.end);
    const said = {
      problem: `"${written}" is a number that JSON cannot hold`,
      why: 'Helm refuses the file.',
      help: 'Quote it if it is meant as text, or write a finite number.',
    };
    this.#log.refuse('yaml/not-finite', said, this.#ownPlace(), path);
  }

  #decode(event: ScalarEvent, pathOf: () => string): string {
    if (event.style > SCALAR_STYLE.DOUBLE_QUOTED) return this.#decodeBlock(event);
    if (event.fast || event.style !== SCALAR_STYLE.DOUBLE_QUOTED) return getScalarValue(this.#text, event);
    const written = this.#text.slice(event.valueStart, event.valueEnd);
    const refused = refusedEscape(written);
    if (refused !== undefined) {
      const start = event.valueStart + refused.start;
      const place = { start, end: start + refused.end - refused.start };
      this.#log.refuse('yaml/syntax', refused, place, pathOf());
    }
    if (!written.includes("\\'")) return getScalarValue(this.#text, event);
    // js-yaml does not know this escape of go-yaml.
    const known = written.replace(/\\[\s\S]/g, (pair) => (pair === "\\'" ? "'" : pair));
    return getScalarValue(known, { ...event, valueStart: 0, valueEnd: known.length });
  }

  /** js-yaml ends the last line of the text with a newline when the text does not; go-yaml makes up nothing. */
  #decodeBlock(event: ScalarEvent): string {
    const text = getScalarValue(this.#text, event);
    const isOpen = !this.#endsLastLine && this.end === this.#text.length;
    return isOpen && text.endsWith('\n') ? text.slice(0, -1) : text;
  }

  /** Between brackets go-yaml ends plain text at a question mark and takes none that starts with a colon. */
  #checkFlowText(pathOf: () => string): void {
    const text = this.value;
    if (typeof text !== 'string' || !(text.includes('?') || text.charCodeAt(0) === 58)) return;
    const sign = text.includes('?') ? '?' : ':';
    const where = sign === '?' ? 'in it' : 'at its start';
    const said = {
      problem: `Between brackets Helm cannot read unquoted text with a "${sign}" ${where}`,
      why: 'Helm refuses the file.',
      help: 'Quote the text.',
    };
    this.#log.refuse('yaml/syntax', said, this.#ownPlace(), pathOf());
  }

  #ownPlace(): Place {
    return { start: this.start, end: this.end };
  }
}
