import type { Plugin } from 'rolldown';

const RULE_FILE = /[\\/]src[\\/]rules[\\/][^\\/]+[\\/][^\\/]+\.ts$/;
const EXAMPLES = /^ {2}examples: (\{\n[\s\S]*?\n {2}\}),$/m;

/** Makes the examples of a rule when somebody asks for them: a run that lints would build hundreds of objects that it never reads. */
export function lazyExamples(): Plugin {
  return {
    name: 'lazy-examples',
    transform(code, id) {
      return RULE_FILE.test(id) ? withLazyExamples(code, id) : undefined;
    },
  };
}

/** Throws an Error when a file that declares a rule does not look as the formatter leaves it. */
export function withLazyExamples(code: string, file: string): string {
  if (!EXAMPLES.test(code)) throw new Error(`${file}: no "examples: {" at the first level of the rule`);
  return code.replace(EXAMPLES, (_, examples: string) => `  get examples() {\n    return ${examples};\n  },`);
}
