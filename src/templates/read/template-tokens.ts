/** One token of a template action. */
export interface TemplateToken {
  readonly kind: 'field' | 'variable' | 'name' | 'text' | 'number' | 'sign';
  /** `.a.b` and `$x.a` without sign and dots for fields; the characters themselves for the rest; strings are unquoted. */
  readonly text: string;
  /** Whether white space stands before the token: `f .x` are two operands, `(f).x` is one. */
  readonly spaced: boolean;
}

const TOKEN =
  /(\s+)|(\/\*[\s\S]*?\*\/)|("(?:\\.|[^"\\])*"|`[^`]*`|'(?:\\.|[^'\\])*')|(\$[\p{L}_\p{N}]*)|((?:\.[\p{L}_][\p{L}_\p{N}]*)+|\.(?![\p{N}]))|([+-]?\.?\p{N}[\p{L}\p{N}_.+-]*)|([\p{L}_][\p{L}_\p{N}]*)|(:=|[=|(),])/uy;

/** The inside of each `{{ … }}` of a template, as tokens. Text between the actions and comments are left out. */
export function templateActions(template: string): TemplateToken[][] {
  const actions: TemplateToken[][] = [];
  let at = template.indexOf('{{');
  while (at >= 0) {
    const { tokens, end } = readAction(template, at + 2);
    if (tokens.length > 0) actions.push(tokens);
    at = template.indexOf('{{', end);
  }
  return actions;
}

function readAction(template: string, start: number): { tokens: TemplateToken[]; end: number } {
  const tokens: TemplateToken[] = [];
  let at = start;
  let spaced = false;
  if (/^-\s/.test(template.slice(at, at + 2))) at += 1;
  while (at < template.length) {
    if (template.startsWith('}}', at)) return { tokens, end: at + 2 };
    if (spaced && template.startsWith('-}}', at)) return { tokens, end: at + 3 };
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(template);
    if (match === null) {
      // Not a template that Helm could read: what follows is skipped up to the end of the action.
      at += 1;
      continue;
    }
    at = TOKEN.lastIndex;
    const [, space, comment, text, variable, field, number, name, sign] = match;
    if (space !== undefined || comment !== undefined) {
      spaced = true;
      continue;
    }
    if (text !== undefined) tokens.push({ kind: 'text', text: unquote(text), spaced });
    else if (variable !== undefined) tokens.push({ kind: 'variable', text: variable.slice(1), spaced });
    else if (field !== undefined) tokens.push({ kind: 'field', text: field.slice(1), spaced });
    else if (number !== undefined) tokens.push({ kind: 'number', text: number, spaced });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name, spaced });
    else tokens.push({ kind: 'sign', text: sign!, spaced });
    spaced = false;
  }
  return { tokens, end: at };
}

function unquote(source: string): string {
  const inner = source.slice(1, -1);
  return source.startsWith('`')
    ? inner
    : inner.replaceAll(/\\(.)/g, (_, c: string) => (c === 'n' ? '\n' : c === 't' ? '\t' : c));
}
