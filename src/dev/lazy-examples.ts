import type { Plugin } from 'rolldown';
import { parseSync, Visitor } from 'rolldown/utils';

const RULE_FILE = /[\\/]src[\\/]rules[\\/][^\\/]+[\\/][^\\/]+\.ts$/;

/** Makes the examples of a rule when somebody asks for them: a run that lints would build hundreds of objects that it never reads. */
export function lazyExamples(): Plugin {
  return {
    name: 'lazy-examples',
    transform(code, id) {
      return RULE_FILE.test(id) ? withLazyExamples(code, id) : undefined;
    },
  };
}

/** Throws an Error for a file that declares no rule with examples. */
export function withLazyExamples(code: string, file: string): string {
  let lazy: string | undefined;
  new Visitor({
    CallExpression({ callee, arguments: [rule] }) {
      if (callee.type !== 'Identifier' || callee.name !== 'defineRule') return;
      if (rule?.type !== 'ObjectExpression') return;
      for (const property of rule.properties) {
        if (property.type !== 'Property' || property.key.type !== 'Identifier') continue;
        if (property.key.name !== 'examples' || property.method || property.kind !== 'init') continue;
        const examples = code.slice(property.value.start, property.value.end);
        lazy = `${code.slice(0, property.start)}get examples() { return ${examples}; }${code.slice(property.end)}`;
      }
    },
  }).visit(parseSync(file, code).program);
  if (lazy === undefined) throw new Error(`${file}: no rule with "examples"`);
  return lazy;
}
