import type { Tree } from '../parse/node.ts';
import type { ParseProblem } from '../parse/parse-problem.ts';
import { TemplateCache } from '../parse/template-cache.ts';
import type { GoMap } from '../value/go-value.ts';
import { boundFunctions } from './bound-functions.ts';
import { execute } from './execute.ts';
import { held } from './held.ts';
import { Output } from './output.ts';
import { RenderFailure } from './render-failure.ts';
import { RenderRun, type RenderSettings } from './render-run.ts';
import type { Rendered } from './rendering-function.ts';
import { TemplateSet } from './template-set.ts';
import { withoutNoValue } from './without-no-value.ts';

/** A template of a chart. */
export interface TemplateFile {
  /** `shop/templates/deployment.yaml`: what errors and places name. */
  readonly name: string;
  readonly text: string;
}

/** A file that Go cannot parse. Helm renders nothing then. */
export interface UnreadableTemplate {
  readonly file: string;
  readonly problem: ParseProblem;
}

/** The templates of a chart, parsed and ready. */
export interface Rendering {
  readonly unreadable: readonly UnreadableTemplate[];
  /**
   * What one template makes of the data. Templates change the data of those after them (`set`), so that they have to be
   * rendered in Helm's order (renderingOrder). Throws RenderFailure where Helm stops.
   */
  render(name: string, data: GoMap): Rendered & Pick<RenderRun, 'decided'>;
}

/**
 * Parses the templates, which are in Helm's order: of two definitions of a name the later one counts. What `cache` has from
 * another rendering is not parsed again.
 */
export function openRendering(
  files: Iterable<TemplateFile>,
  settings: RenderSettings,
  cache: TemplateCache = new TemplateCache(),
): Rendering {
  const run = new RenderRun(settings);
  const set = new TemplateSet();
  const unreadable: UnreadableTemplate[] = [];
  for (const { name, text } of files) {
    const { trees, problem } = cache.parse(name, text, run);
    if (problem !== undefined) unreadable.push({ file: name, problem });
    for (const tree of trees) set.add(tree);
  }
  const bound = boundFunctions(run, set);
  return { unreadable, render };

  function render(name: string, data: GoMap): Rendered & Pick<RenderRun, 'decided'> {
    const tree = set.find(name);
    if (tree === undefined) throw new RenderFailure('undefined', `no template ${name}`, []);
    run.startFile();
    const output = written(tree, data);
    const { decided } = run;
    return { ...withoutNoValue({ value: output.text, origin: output.origin(undefined) }), decided };
  }

  function written(tree: Tree, data: GoMap): Output {
    try {
      return run.segments.start(() => {
        const output = new Output(run.traced);
        execute(run, tree, set, bound, held(data, data.place), output);
        return output;
      });
    } catch (error) {
      // What a function takes apart can be nested deeper than JavaScript's stack.
      if (!(error instanceof RangeError)) throw error;
      throw new RenderFailure('nesting', 'a value is nested deeper than chartlint follows', []);
    }
  }
}
