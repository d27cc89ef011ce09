import type { Plugin } from 'rolldown';
import { parseSync, Visitor } from 'rolldown/utils';

const RULE_FILE = /[\\/]src[\\/]rules[\\/][^\\/]+[\\/][^\\/]+\.ts$/;
const HEADS = /[\\/]src[\\/]generated[\\/]rule-heads\.ts$/;

/**
 * Makes the examples and texts of a rule when somebody asks for them: a run that lints would build hundreds of objects that it never
 * reads.
 */
export function lazyDocs(): Plugin {
  return {
    name: 'lazy-docs',
    transform: withLazyDocs,
  };
}

/** The code of a module with its docs made late; undefined for a module without any. Throws an Error for a rule that lacks them. */
export function withLazyDocs(code: string, file: string): string | undefined {
  if (RULE_FILE.test(file)) return withLazyProperties(code, file, ['docs', 'examples']);
  return HEADS.test(file) ? withLazyProperties(code, file, ['docs']) : undefined;
}

/** The code with each property of these names behind a getter. Throws an Error for code that lacks one of them. */
export function withLazyProperties(code: string, file: string, names: readonly string[]): string {
  const found: {
    readonly name: string;
    readonly start: number;
    readonly value: number;
    readonly end: number;
  }[] = [];
  new Visitor({
    Property({ key, value, method, kind, shorthand, start, end }) {
      if (method || shorthand || kind !== 'init') return;
      const name = key.type === 'Identifier' ? key.name : key.type === 'Literal' ? key.value : undefined;
      if (typeof name === 'string' && names.includes(name))
        found.push({ name, start, value: value.start, end });
    },
  }).visit(parseSync(file, code).program);
  for (const name of names)
    if (!found.some((one) => one.name === name)) throw new Error(`${file}: no rule with "${name}"`);
  let lazy = '';
  let at = 0;
  for (const { name, start, value, end } of found.sort((a, b) => a.start - b.start)) {
    if (start < at) continue;
    lazy += `${code.slice(at, start)}get ${name}() { return ${code.slice(value, end)}; }`;
    at = end;
  }
  return lazy + code.slice(at);
}
