import { toPointer } from '../model/json-pointer.ts';
import type { RenderedFacts, RenderedImage } from '../model/rendered-facts.ts';
import type { ImageRole } from '../model/roles.ts';
import { startsWith, type ValuesPath } from '../model/values-path.ts';
import { type ImageReference, parseImageReference } from './image-reference.ts';
import type { ValuesView } from './values-view.ts';

/** A rendered image with the values that are in its parts. */
interface TracedImage {
  /** Undefined where the text is no image reference. */
  readonly reference: ImageReference | undefined;
  readonly namedBy: readonly ValuesPath[];
  readonly taggedBy: readonly ValuesPath[];
  readonly isContainers: boolean;
  readonly isForTests: boolean;
  readonly pullPolicy: ImageRole['pullPolicy'];
}

/**
 * The images of the values as they are in the release: with the tag that the template gives them, wherever that comes from.
 * An image that nothing of the release shows is none; one that convention does not know counts as well.
 */
export function imagesAsRendered(
  images: readonly ImageRole[],
  { rendered, chart }: Pick<ValuesView, 'rendered' | 'chart'>,
): readonly ImageRole[] {
  // Where Helm stops, nobody knows which tag a template would have added.
  if (rendered === undefined)
    return chart?.templates === undefined ? images : images.filter(({ tagSource }) => tagSource !== 'none');
  const traced = rendered.images.map(trace);
  const matched = new Set<TracedImage>();
  const known = images.flatMap((image) => {
    const own = traced.filter(({ namedBy }) => namedBy.some((path) => startsWith(path, image.path)));
    for (const one of own) matched.add(one);
    if (own.length === 0) return unshown(image, rendered);
    return own.flatMap((one) => asRendered(image, one, chart?.appVersion));
  });
  const others = traced.flatMap((one) => {
    const path = one.namedBy[0] ?? one.taggedBy[0];
    const { reference } = one;
    if (matched.has(one) || path === undefined || reference === undefined) return [];
    const tagPath = one.taggedBy[0] ?? path;
    return asRendered({ path, tagPath, ...reference }, one, chart?.appVersion);
  });
  return distinct([...known, ...others]);
}

/** An image in an argument or a setting: what its text becomes there is not known. */
function unshown(image: ImageRole, rendered: RenderedFacts): ImageRole[] {
  return image.tagSource !== 'none' && rendered.reaches(image.path) ? [image] : [];
}

function asRendered(
  image: Pick<ImageRole, 'path' | 'tagPath'>,
  { reference, taggedBy, isContainers, isForTests, pullPolicy }: TracedImage,
  appVersion: string | undefined,
): ImageRole[] {
  // What is wrong with a text that is no image is said where the object is checked.
  if (reference === undefined) return [];
  const { repository, tag, digest } = reference;
  const base = { path: image.path, repository, tag, digest, pullPolicy, isForTests };
  if (tag === undefined && !isContainers) return [];
  if (tag === undefined) return [{ ...base, tagPath: image.tagPath, tagSource: 'none' }];
  const by = taggedBy.find((path) => startsWith(path, image.path)) ?? taggedBy[0];
  if (by === undefined) {
    // The template says it; only that of the chart is something that values are meant to replace.
    return tag === appVersion ? [{ ...base, tagPath: image.tagPath, tagSource: 'app-version' }] : [];
  }
  const isOwn = startsWith(by, image.path) || toPointer(by) === toPointer(image.tagPath);
  return [{ ...base, tagPath: by, tagSource: isOwn ? 'own' : 'fallback' }];
}

function trace({ text, isContainers, isForTests, valuesIn, pullPolicy }: RenderedImage): TracedImage {
  const reference = parseImageReference(text);
  const nameEnd = reference?.repository.length ?? text.length;
  const by = pullPolicy?.by;
  return {
    reference,
    namedBy: valuesIn(0, nameEnd),
    taggedBy: nameEnd === text.length ? [] : valuesIn(nameEnd + 1, text.length),
    isContainers,
    isForTests,
    pullPolicy: by === undefined ? undefined : { path: by, value: pullPolicy!.value },
  };
}

/** Containers that run the same image from the same values are one, and that of a test the least of them. */
function distinct(images: readonly ImageRole[]): ImageRole[] {
  const seen = new Set<string>();
  const isLast = ({ isForTests }: ImageRole): number => (isForTests === true ? 1 : 0);
  const sorted = [...images].sort((a, b) => isLast(a) - isLast(b));
  return sorted.filter(({ path, repository, tag, digest, tagPath }) => {
    const key = JSON.stringify([path, repository, tag, digest, tagPath]);
    return !seen.has(key) && seen.add(key);
  });
}
