import { type ESTree, parseSync, Visitor } from 'rolldown/utils';
import type { SourceModule } from './source-modules.ts';

type Node = ESTree.Expression | ESTree.Super | ESTree.PrivateIdentifier;

/** What code may only ask for where it is told what world it runs in. */
const WORLD = ['console', 'process'];
const CLOCK_AND_CHANCE = ['Date.now', 'performance.now', 'Math.random'];

/** Uses of the console, the process, the clock and chance, as they are written: `process.env`, `new Date()`. */
export function impureUses({ file, text }: Pick<SourceModule, 'file' | 'text'>): string[] {
  const found: string[] = [];
  // The syntax tree is dear: only few modules have a word of which it must tell whether it is code.
  if (![...WORLD, 'Date', 'performance', 'random'].some((word) => text.includes(word))) return found;
  new Visitor({
    MemberExpression(node) {
      const name = dottedName(node);
      const [first = ''] = name?.split('.') ?? [];
      if (name === undefined) return;
      if (CLOCK_AND_CHANCE.includes(name) || (WORLD.includes(first) && name === `${first}.${nameOf(node)}`)) {
        found.push(name);
      }
    },
    NewExpression({ callee, arguments: given }) {
      if (nameOf(callee) === 'Date' && given.length === 0) found.push('new Date()');
    },
  }).visit(parseSync(file, text).program);
  return found;
}

/**
 * The variables that a module reads of an environment, which is whatever is called `env`; `*` for one that is not named in the code.
 */
export function environmentReads({ file, text }: Pick<SourceModule, 'file' | 'text'>): string[] {
  const found: string[] = [];
  if (!/\benv\b/.test(text)) return found;
  new Visitor({
    MemberExpression({ object, property, computed }) {
      if (nameOf(object) !== 'env') return;
      if (!computed) found.push(nameOf(property) ?? '*');
      else found.push(property.type === 'Literal' ? String(property.value) : '*');
    },
    VariableDeclarator({ id, init }) {
      if (init === null || nameOf(init) !== 'env' || id.type !== 'ObjectPattern') return;
      for (const part of id.properties) {
        found.push(part.type === 'Property' && part.key.type === 'Identifier' ? part.key.name : '*');
      }
    },
  }).visit(parseSync(file, text).program);
  return found;
}

/** The last name of an expression: `env` of `io.env`. */
function nameOf(node: Node): string | undefined {
  if (node.type === 'Identifier') return node.name;
  return node.type === 'MemberExpression' && !node.computed ? nameOf(node.property) : undefined;
}

/** `a.b.c` where an expression is nothing else. */
function dottedName(node: Node): string | undefined {
  if (node.type === 'Identifier') return node.name;
  if (node.type !== 'MemberExpression' || node.computed) return undefined;
  const object = dottedName(node.object);
  return object === undefined ? undefined : `${object}.${nameOf(node.property)}`;
}
