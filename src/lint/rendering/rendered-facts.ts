import type { MergedChart } from '../../merge/merge-chart.ts';
import type { RenderedFacts, RenderedImage } from '../../model/rendered-facts.ts';
import type { ValuesPath } from '../../model/values-path.ts';
import type { ChartRendering } from '../../templates/chart/render-chart.ts';
import { renderedImages } from './rendered-images.ts';
import { valuesReach } from './values-reach.ts';

/** What rules are told of a rendering; undefined where Helm stops. Nothing is computed before a rule asks. */
export function renderedFacts(rendering: ChartRendering, root: MergedChart): RenderedFacts | undefined {
  const { failures, sorted } = rendering;
  return failures.length > 0 || sorted.problem !== undefined ? undefined : new LazyFacts(rendering, root);
}

class LazyFacts implements RenderedFacts {
  readonly #rendering: ChartRendering;
  readonly #root: MergedChart;
  #reach: ((path: ValuesPath) => boolean) | undefined;
  #images: readonly RenderedImage[] | undefined;

  constructor(rendering: ChartRendering, root: MergedChart) {
    this.#rendering = rendering;
    this.#root = root;
  }

  reaches(path: ValuesPath): boolean {
    this.#reach ??= valuesReach(this.#rendering.files, this.#root);
    return this.#reach(path);
  }

  get images(): readonly RenderedImage[] {
    const { manifests, hooks } = this.#rendering.sorted;
    this.#images ??= renderedImages([...manifests, ...hooks]);
    return this.#images;
  }
}
