import { generatedSecrets } from './generated-secrets.ts';
import { looksSecret } from './looks-secret.ts';
import { secretFormatsIn } from './secret-formats.ts';

/** How many lines below keys are looked at in one text: more of them lie in each other, which no real file does. */
const MOST_LINES = 200_000;
/** How far a line is looked back or ahead where it reads like prose, or holds maps in each other. */
const MOST_AROUND = 400;
/** Backslashes in front of a quote: JSON in JSON in JSON in a string has seven. */
const MOST_ESCAPES = 15;
const QUOTE = /^\\{0,15}["']/;
/** What stands in front of the key of an entry that has a line of its own. */
const OPENS = /^[\s\-?]*(?:\\{0,15}["'])?$/;

/** A half-open range of UTF-16 offsets. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/** `key:`, `"key":`, `key=`, `--key=`, `key[0]=`; the key begins where a word does. */
const ENTRY =
  /(?<![\w.-])-{0,2}([A-Za-z_.][\w.-]{1,99})(?:\[\d{1,4}\])?(\\{0,15}["'])?[ \t]*(?:\r?\n[ \t]*(?=:[ \t]))?(:(?=[\s"'\\]|$)|(?<=["']):|=)[ \t]*/g;
/** `"--password", "x"` and the same in two lines of a list. */
const ARGUMENT =
  /(?<![\w-])--?([A-Za-z][\w-]{1,99})(?:\\{0,15}["'])?(?:[ \t]*,\s*|[ \t]+|[ \t]*(?:[ \t]#.*)?\r?\n[ \t]*-[ \t]+)(?=(?:\\{0,15}["'])?[^\s"'#\\-])/g;
/** A name above or before its value, as in lists of environment variables; a path, as in JSON patches. */
const NAMED =
  /\b(?:name|path)(?:\\{0,15}["'])?:[ \t]*(?:\\{0,15}["'])?(?:[\w.~/-]{0,1000}\/)?([\w.~-]{2,100})(?:\\{0,15}["'])?[ \t]*(?:,\s{0,200}|\r?\n[ \t]*)(?:\\{0,15}["'])?value(?:\\{0,15}["'])?:[ \t]*/g;
/** `scheme://user:password@host` and `scheme://token@host`, from behind the scheme: what is rare is found fast. */
const USERINFO = /:\/\/([^\s/@?#"'`<>]{1,1000})@/g;
const SCHEME = /\b[A-Za-z][A-Za-z0-9+.-]{1,20}$/;
/** One character more than the longest scheme. */
const BEFORE_SCHEME = 22;
/** Words that are settings whatever the key is called, templates, variables, what stands for nothing or for a secret that is hidden. */
const PLAIN =
  /^(?:true|false|yes|no|on|off|null|nil|none|~|\{\}|\[\]|""|''|"?\(secret\)"?)?$|^["']?(?:\{\{|\$\{|\$\(|<path:)/i;
/** Keys whose value is that of the name around them. */
const CARRIERS = /^[\s-]*["']?(?:value|data|content|plain|literal|default|const|enum|examples?)["']?[ \t]*:/;

/**
 * Where a text shows secrets, told without parsing it, so that it also holds for YAML that nobody can parse, comments, flags
 * and messages: what stands behind a name that says so, credentials in URLs, and what looks like a credential by itself. The
 * work grows with the text. In prose, such as messages, only a single word behind a name counts.
 */
export function secretsInText(text: string, kind: 'file' | 'prose' = 'file'): Range[] {
  const found: Range[] = [...secretFormatsIn(text), ...generatedSecrets(text)];
  if (text.includes('://')) {
    for (const { 0: all, 1: user = '', index } of text.matchAll(USERINFO)) {
      if (!SCHEME.test(text.slice(Math.max(0, index - BEFORE_SCHEME), index))) continue;
      const end = index + all.length - 1;
      const start = end - user.length + (user.includes(':') ? user.indexOf(':') + 1 : 0);
      if (user.includes(':') || looksIssued(user)) found.push({ start, end });
    }
  }
  for (const { 0: all, 1: key = '', index } of text.matchAll(ARGUMENT)) {
    if (looksSecret(key)) found.push(wordAt(text, index + all.length));
  }
  for (const { 0: all, 1: name = '', index } of text.matchAll(NAMED)) {
    if (looksSecret(name)) found.push(...valueAt(text, index + all.length, index, false));
  }
  const manifests = secretManifests(text);
  let next = 0;
  /** What is hidden already is not looked at again. */
  let covered = 0;
  let lines = MOST_LINES;
  for (const { 0: all, 1: key = '', 2: quote, 3: sign, index } of text.matchAll(ENTRY)) {
    if (index < covered || lines <= 0) continue;
    while ((manifests[next]?.end ?? index + 1) <= index) next += 1;
    const isData = key === 'data' && (manifests[next]?.start ?? index + 1) <= index;
    if (!isData && !isSecretKey(key)) continue;
    const at = index + all.length;
    const own =
      sign === '='
        ? assigned(text, at)
        : entryValue(text, index, at, kind === 'prose' ? undefined : quote !== undefined);
    found.push(...own);
    lines -= own.length;
    covered = own.length === 1 ? own[0]!.end : covered;
  }
  line = { text: '', from: 0, stop: 0 };
  return found.filter(({ start, end }) => end > start);
}

/** Without a colon before the `@` it may be a user: `git@`, `admin@`. */
function looksIssued(user: string): boolean {
  return user.length >= 20 || (user.length >= 8 && /\d/.test(user) && /[A-Za-z]/.test(user));
}

function isSecretKey(key: string): boolean {
  if (key.toLowerCase() === 'stringdata') return true;
  const last = key.slice(key.lastIndexOf('.', key.length - 2) + 1);
  return looksSecret(last) || (last !== key && looksSecret(key));
}

/** Behind `=`: a word, or what is quoted. */
function assigned(text: string, at: number): Range[] {
  const range = wordAt(text, at);
  return PLAIN.test(text.slice(range.start, range.end)) ? [] : [range];
}

function wordAt(text: string, at: number): Range {
  const quote = QUOTE.exec(text.slice(at, at + MOST_ESCAPES + 1))?.[0];
  if (quote !== undefined) {
    const start = at + quote.length;
    return { start, end: closing(text, start, quote, text.length) ?? endOfLine(text, at) };
  }
  const word = /(?:\\.|[^\s"'&;,\\])*/y;
  word.lastIndex = at;
  word.test(text);
  return { start: at, end: word.lastIndex };
}

/** Behind a colon, where the text reads like an entry of a map: the whole value. In prose: a single word. */
function entryValue(text: string, keyAt: number, at: number, isQuoted: boolean | undefined): Range[] {
  const before = text.slice(Math.max(0, keyAt - MOST_AROUND), keyAt);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const isEntry = OPENS.test(line) ? /["']$/.test(line) === isQuoted : isQuoted;
  if (isQuoted !== undefined && (isEntry || /[{,]\s*$/.test(line)))
    return valueAt(text, at, keyAt, !OPENS.test(line));
  const word = /^(?:(\\{0,15}["']).*?\1|[^\s"'\\]+)(?=\s*$|\\{0,15}["']|\\n)/.exec(
    /^.*/.exec(text.slice(at, at + MOST_AROUND))![0],
  )?.[0];
  return word === undefined || PLAIN.test(word) ? [] : [{ start: at, end: at + word.length }];
}

function valueAt(text: string, at: number, keyAt: number, isFlow: boolean): Range[] {
  const end = endOfLine(text, at);
  const rest = text.slice(at, end);
  const quote = QUOTE.exec(rest)?.[0];
  if (quote !== undefined) {
    const close = closing(text, at + quote.length, quote, end);
    const range = { start: at + quote.length, end: close ?? end };
    if (PLAIN.test(text.slice(range.start, range.end))) return [];
    return close === undefined ? [range, ...linesBelow(text, end, keyAt, true)] : [range];
  }
  if (/^\{[ \t]*\S/.test(rest) && !PLAIN.test(rest))
    return carriedIn(text, at, end, isSecretMap(text, keyAt));
  if (/^\[[ \t]*[^\s\]]/.test(rest)) {
    const close = rest.indexOf(']');
    return [{ start: at + 1, end: close < 0 ? end : at + close }];
  }
  if (/^(?:[|>][-+0-9]*|[&!]\S*)?[ \t]*(?:#.*)?[[{]?$/.test(rest)) {
    return [...anchored(rest, at), ...linesBelow(text, end, keyAt, /^[|>]/.test(rest))];
  }
  const plain = (isFlow ? /^[^,}\]]*/ : /^(?:(?! #).)*/).exec(rest)?.[0].trimEnd() ?? '';
  return PLAIN.test(plain.replace(/,$/, '')) ? [] : [{ start: at, end: at + plain.length }];
}

/** `&name` alone names a value below; a broken file may hold a password there. */
function anchored(rest: string, at: number): Range[] {
  return rest.startsWith('&') ? [{ start: at + 1, end: at + rest.trimEnd().length }] : [];
}

function carriedIn(text: string, at: number, end: number, every: boolean): Range[] {
  const found: Range[] = [];
  const carrier = every
    ? /(?:\\{0,15}["'])?[\w.-]{1,100}(?:\\{0,15}["'])?[ \t]*:[ \t]*/g
    : /\b(?:value|data|content|plain|literal|default|const)(?:\\{0,15}["'])?[ \t]*:[ \t]*/g;
  for (const { 0: all, index } of text.slice(at, Math.min(end, at + MOST_AROUND)).matchAll(carrier)) {
    found.push(...valueAt(text, at + index + all.length, at, true));
  }
  return found;
}

/** The scalars of the lines that are indented deeper than the key, and of a list below it. */
function linesBelow(text: string, from: number, keyAt: number, isText: boolean): Range[] {
  const found: Range[] = [];
  const indent = indentOf(text, startOfLine(text, keyAt));
  for (let start = from + 1; start < text.length; ) {
    const end = endOfLine(text, start);
    const line = text.slice(start, end);
    const own = indentOf(text, start);
    const isItem = !isText && own === indent && line.trimStart().startsWith('- ');
    if (line.trim() !== '' && own <= indent && !isItem) break;
    const lead = /^[\s]*(?:-[ \t]+)?["']?/.exec(line)?.[0].length ?? 0;
    if (isText) found.push({ start: start + own, end: start + line.trimEnd().length });
    else if (CARRIERS.test(line)) {
      const at = start + (CARRIERS.exec(line)?.[0].length ?? 0);
      found.push(...valueAt(text, at + (/^[ \t]*/.exec(text.slice(at, end))?.[0].length ?? 0), start, false));
    } else if (!/^[^\s"'].*:(?:\s|$)|^[^"']*["'][ \t]*:|^[}\]#]/.test(line.slice(lead)) && line.trim() !== '')
      found.push({ start: start + lead, end: start + line.trimEnd().replace(/["']?,?$/, '').length });
    else if (isSecretMap(text, keyAt)) {
      const value = /^[^:]*:[ \t]+/.exec(line)?.[0].length;
      if (value !== undefined) found.push(...valueAt(text, start + value, start, false));
    }
    start = end + 1;
  }
  return found;
}

/** Below `stringData`, and `data` of a Secret, every value is one. */
function isSecretMap(text: string, keyAt: number): boolean {
  return /^["']?(?:stringData|data)\b/.test(text.slice(keyAt, keyAt + 12));
}

/** The documents that are Secrets. */
function secretManifests(text: string): Range[] {
  if (!text.includes('Secret')) return [];
  const found: Range[] = [];
  for (let start = 0; start < text.length; ) {
    const next = text.indexOf('\n---', start);
    const end = next < 0 ? text.length : next + 1;
    if (/^kind:[ \t]*["']?Secret["']?[ \t]*(?:#.*)?\r?$/m.test(text.slice(start, end)))
      found.push({ start, end });
    start = end + 3;
  }
  return found;
}

/**
 * Where a quoted text ends. Each time that JSON is written into a string, a quote of its texts gets more backslashes: one that has as
 * many as the opening one ends it.
 */
function closing(text: string, from: number, quote: string, end: number): number | undefined {
  const mark = quote.at(-1)!;
  const escapes = quote.length - 1;
  for (let at = text.indexOf(mark, from); at >= 0 && at <= end; at = text.indexOf(mark, at + 1)) {
    let own = 0;
    while (own < at - from && text[at - 1 - own] === '\\') own += 1;
    if (mark === "'" && escapes === 0) {
      if (text[at + 1] !== "'") return at;
      at += 1;
    } else if (own <= escapes || (own - escapes) % (2 * (escapes + 1)) === 0)
      return at - Math.min(own, escapes);
  }
  return undefined;
}

function startOfLine(text: string, at: number): number {
  return at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
}

/** Many entries may stand in one line: its end is looked for once. */
let line = { text: '', from: 0, stop: 0 };

function endOfLine(text: string, at: number): number {
  if (line.text !== text || at < line.from || at > line.stop) {
    const end = text.indexOf('\n', at);
    line = { text, from: at, stop: end < 0 ? text.length : end };
  }
  const { stop } = line;
  return text[stop - 1] === '\r' && stop - 1 >= at ? stop - 1 : stop;
}

function indentOf(text: string, start: number): number {
  let at = start;
  while (text[at] === ' ' || text[at] === '\t') at += 1;
  return at - start;
}
