import type { Tree } from '../parse/node.ts';
import { quoteText } from '../text/quote-text.ts';
import type { TemplatePlace } from '../value/context.ts';
import { GoError } from '../value/go-error.ts';
import type { GoValue } from '../value/go-value.ts';
import type { Origin } from '../value/origin.ts';
import { chosenBy, sourceOf } from '../value/text-origin.ts';
import { execute } from './execute.ts';
import { held } from './held.ts';
import { Output } from './output.ts';
import { RenderFailure } from './render-failure.ts';
import type { RenderRun } from './render-run.ts';
import type { Rendered, RenderingFunction } from './rendering-function.ts';
import { TemplateSet } from './template-set.ts';
import { withoutNoValue } from './without-no-value.ts';

/** The name of the template that Helm starts with; texts of `tpl` go by it. */
const ROOT = 'gotpl';

/** Calls of one name within each other that Helm allows (recursionMaxNums of its pkg/engine/engine.go). */
const MOST_NESTED = 1000;

const SIGNATURE = { params: ['string', 'interface {}'], result: 'string' } as const;

/** `include` and `tpl` for templates that see this set (includeFun and tplFun of Helm's pkg/engine/engine.go). */
export function boundFunctions(run: RenderRun, set: TemplateSet): ReadonlyMap<string, RenderingFunction> {
  const bound = new Map<string, RenderingFunction>([
    ['include', { ...SIGNATURE, name: 'include', render: include }],
    ['tpl', { ...SIGNATURE, name: 'tpl', render: tpl }],
  ]);
  return bound;

  function include(
    [name, data]: readonly GoValue[],
    [nameOrigin, origin]: readonly (Origin | undefined)[],
    from: TemplatePlace,
  ): Rendered {
    const text = name as string;
    const nested = run.included.get(text) ?? 0;
    if (nested > MOST_NESTED)
      throw new GoError(
        `rendering template has a nested reference name: ${text}: unable to execute template`,
        'recursion',
      );
    const tree = set.find(text);
    if (tree === undefined)
      throw new GoError(
        `template: no template ${quoteText(text)} associated with template ${quoteText(ROOT)}`,
        'undefined',
      );
    run.included.set(text, nested + 1);
    const rendered = run.segments.call(() =>
      renderTree(tree, set, data, origin, { from, source: nameOrigin }),
    );
    run.included.set(text, nested);
    return rendered;
  }

  function tpl(
    [template, data]: readonly GoValue[],
    [source, origin]: readonly (Origin | undefined)[],
    from: TemplatePlace,
  ): Rendered {
    const text = template as string;
    const { trees, problem } = run.expanded(ROOT, text);
    if (problem !== undefined)
      throw new GoError(`cannot parse template ${quoteText(text)}: ${problem.text}`, 'parse');
    const inner = new TemplateSet(set);
    for (const tree of trees) inner.add(tree);
    try {
      return withoutNoValue(renderTree(trees.at(-1)!, inner, data, origin, { from, source, text: source }));
    } catch (error) {
      if (!(error instanceof RenderFailure)) throw error;
      throw error.ledBy(`error during tpl function execution for ${quoteText(text)}: `);
    }
  }

  function renderTree(
    tree: Tree,
    inSet: TemplateSet,
    data: GoValue,
    origin: Origin | undefined,
    call: {
      readonly from: TemplatePlace;
      readonly source: Origin | undefined;
      /** Where the text of the tree itself comes from, which `tpl` was given. */
      readonly text?: Origin | undefined;
    },
  ): Rendered {
    const output = new Output(run.traced);
    const functions = inSet === set ? bound : boundFunctions(run, inSet);
    const { context: outer, decided } = run;
    const source = sourceOf(call.source);
    if (run.traced) run.context = { kind: 'call', place: call.from, source, taken: true, outer };
    run.decided = undefined;
    const dot = held(copied(data), origin);
    execute(run, tree, inSet, functions, dot, output, call.text);
    const text = output.text;
    const rendered = output.origin(run.decided);
    run.context = outer;
    run.decided = decided;
    return { value: text, origin: run.traced ? chosenBy(rendered, text, source) : undefined };
  }
}

/** What an `interface {}` holds is a copy, of which Go takes no pointer. */
function copied(data: GoValue): GoValue {
  if (typeof data !== 'object' || data?.go !== 'object' || data.pointerText === undefined)
    return data ?? undefined;
  const { pointerText: _, ...struct } = data;
  return struct;
}
