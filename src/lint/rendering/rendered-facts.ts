import type { MergedChart } from '../../merge/merge-chart.ts';
import type { RenderedFacts, RenderedImage } from '../../model/rendered-facts.ts';
import type { ValuesPath } from '../../model/values-path.ts';
import type { ChartRendering } from '../../templates/chart/render-chart.ts';
import type { Manifest } from '../../templates/chart/sort-manifests.ts';
import { isInText } from './in-text.ts';
import { renderedImages } from './rendered-images.ts';
import { secretNames } from './secret-names.ts';
import { valuesReach } from './values-reach.ts';

/** What rules are told of a rendering; undefined where Helm stops. Nothing is computed before a rule asks. */
export function renderedFacts(
  rendering: ChartRendering,
  root: MergedChart,
  changesNothing: RenderedFacts['changesNothing'],
): RenderedFacts | undefined {
  const { failures, sorted } = rendering;
  if (failures.length > 0 || sorted.problem !== undefined) return undefined;
  return new LazyFacts(rendering, root, changesNothing);
}

class LazyFacts implements RenderedFacts {
  readonly #rendering: ChartRendering;
  readonly #root: MergedChart;
  #reach: ((path: ValuesPath) => boolean) | undefined;
  #names: ((path: ValuesPath, value: string) => boolean) | undefined;
  #images: readonly RenderedImage[] | undefined;

  readonly #manifests: readonly Manifest[];
  readonly changesNothing: RenderedFacts['changesNothing'];

  constructor(rendering: ChartRendering, root: MergedChart, changesNothing: RenderedFacts['changesNothing']) {
    this.changesNothing = changesNothing;
    this.#rendering = rendering;
    this.#root = root;
    this.#manifests = [...rendering.sorted.manifests, ...rendering.sorted.hooks];
  }

  reaches(path: ValuesPath): boolean {
    this.#reach ??= valuesReach(this.#rendering.files, this.#root);
    return this.#reach(path);
  }

  namesSecret(path: ValuesPath, value: string): boolean {
    this.#names ??= secretNames(this.#manifests);
    return this.#names(path, value);
  }

  isInText(path: ValuesPath, part: string): boolean {
    return isInText(this.#manifests, path, part);
  }

  get images(): readonly RenderedImage[] {
    this.#images ??= renderedImages(this.#manifests);
    return this.#images;
  }
}
