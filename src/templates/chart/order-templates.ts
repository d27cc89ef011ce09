import { compareGoStrings } from '../value/utf8.ts';

/**
 * The order in which Helm parses and executes templates: the deepest first, then names from the end of the alphabet. So what a
 * parent defines wins over what its subcharts define under the same name (`sortTemplates` in `pkg/engine/engine.go`).
 */
export function orderTemplates<T extends { readonly name: string }>(templates: readonly T[]): T[] {
  return templates
    .map((template) => ({ template, depth: template.name.split('/').length }))
    .sort((a, b) => b.depth - a.depth || compareGoStrings(b.template.name, a.template.name))
    .map(({ template }) => template);
}
