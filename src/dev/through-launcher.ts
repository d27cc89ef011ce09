import { parseSync, Visitor } from 'rolldown/utils';

/**
 * The code of a chunk with every `import()` of a module that only Node finds made a call of the launcher's `importModule`: code
 * that V8 kept from an earlier run cannot import. Throws an Error for code that cannot be parsed.
 */
export function throughLauncher(code: string, file: string): string {
  // The syntax tree is dear, and most chunks import nothing.
  if (!code.includes('import(')) return code;
  const { program, errors } = parseSync(file, code);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const starts: number[] = [];
  new Visitor({
    ImportExpression({ start }) {
      starts.push(start);
    },
  }).visit(program);
  let result = '';
  let copied = 0;
  for (const start of starts.sort((a, b) => a - b)) {
    result += `${code.slice(copied, start)}importModule`;
    copied = start + 'import'.length;
  }
  return result + code.slice(copied);
}
