/** What a finding says. Each part is plain text on one line. */
export interface Statement {
  /** What is wrong: one clause of at most about 100 characters, the value as it is written, no full stop. */
  readonly problem: string;
  /** Why it matters: a sentence about what happens then. */
  readonly why?: string;
  /** What to do: a sentence. */
  readonly help?: string;
}

/** All parts as one text: `problem. Why. Help.` */
export function joinStatement({ problem, why, help }: Statement): string {
  return [problem, why, help]
    .filter((part) => part !== undefined && part !== '')
    .map((part) => (/[.!?]["')]?$/.test(part!) ? part : `${part}.`))
    .join(' ');
}

/** All that a fact or a finding says, as one text. */
export function wholeText(said: Partial<Statement> & { readonly message?: string }): string {
  return said.message ?? joinStatement(statementOf(said));
}

/** The parts of what a fact or a finding says. */
export function statementOf(said: Partial<Statement> & { readonly message?: string }): Statement {
  const { problem, why, help, message = '' } = said;
  if (problem === undefined) return splitStatement(message);
  return { problem, ...(why === undefined ? {} : { why }), ...(help === undefined ? {} : { help }) };
}

/**
 * The parts of one text, as plugins and parsers state it: `problem: why. Help.` or `problem, so why. Help.` The last sentence is what to do.
 * Text in quotes stays whole.
 */
function splitStatement(message: string): Statement {
  const end = firstBreak(message, 0, true);
  if (end === -1) return { problem: message };
  const problem = message.slice(0, end);
  const isWhy = message[end] !== '.';
  const rest = message.slice(end + (message[end] === ',' ? 4 : 1)).trim();
  if (rest === '') return { problem };
  const sentences: string[] = [];
  for (let from = 0; from < rest.length; ) {
    const stop = firstBreak(rest, from, false);
    sentences.push(rest.slice(from, stop === -1 ? undefined : stop + 1).trim());
    if (stop === -1) break;
    from = stop + 1;
  }
  const all = sentences.filter((sentence) => sentence !== '').map(capitalized);
  if (all.length === 1) return isWhy ? { problem, why: all[0]! } : { problem, help: all[0]! };
  return { problem, why: all.slice(0, -1).join(' '), help: all.at(-1)! };
}

/** Where a sentence ends (or, with colons, the first clause) outside of quotes; -1 when it does not. */
function firstBreak(text: string, from: number, colons: boolean): number {
  let quoted = false;
  for (let i = from; i < text.length; i++) {
    const char = text[i];
    if (char === '"') quoted = !quoted;
    if (colons && !quoted && text.startsWith(', so ', i)) return i;
    const isBreak = char === '.' || (colons && (char === ':' || char === ';'));
    if (isBreak && !quoted && (i + 1 === text.length || text[i + 1] === ' ')) return i;
  }
  return -1;
}

function capitalized(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
