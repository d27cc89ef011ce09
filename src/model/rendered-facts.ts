import type { ValuesPath } from './values-path.ts';

/** What the templates of a chart make of the values of one release. */
export interface RenderedFacts {
  /** Whether the value, or one inside of it, is in an object of the release, or decides what is. Notes for people do not count. */
  reaches(path: ValuesPath): boolean;
  /**
   * Whether the objects stay as they are when the values at all of these paths are the chart's own, or absent where it has none.
   * Costs a rendering; false also where that would be too many.
   */
  changesNothing(paths: readonly ValuesPath[]): boolean;
  /** Whether an object takes the value at the path for the name of a Secret, or of a key in one. */
  namesSecret(path: ValuesPath, value: string): boolean;
  /** Whether a text of an object, not a number or boolean, has the part in it and comes from the value at the path. */
  isInText(path: ValuesPath, part: string): boolean;
  /** The images of its objects; computed on first use. */
  readonly images: readonly RenderedImage[];
}

/** An image as it stands in an object of the release. */
export interface RenderedImage {
  /** `Deployment/shop: spec.template.spec.containers[0].image`. */
  readonly where: string;
  readonly text: string;
  /** Whether a container runs it: the image of a custom resource may have its tag in another field. */
  readonly isContainers: boolean;
  /** Whether only `helm test` runs it. */
  readonly isForTests: boolean;
  /** The values that are in a part of the text, from `start` to before `end`. */
  valuesIn(start: number, end: number): readonly ValuesPath[];
  /** Undefined where the object names none. */
  readonly pullPolicy: { readonly value: string; readonly by: ValuesPath | undefined } | undefined;
}
