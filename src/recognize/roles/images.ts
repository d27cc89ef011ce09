import type { ChartProfile } from '../../model/chart-profile.ts';
import { parsePointer, toPointer } from '../../model/json-pointer.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../model/json-value.ts';
import type { ImageRole } from '../../model/roles.ts';
import { type ValuesPath, valueAt } from '../../model/values-path.ts';
import { parseImageReference } from '../image-reference.ts';
import { imagesAsRendered } from '../images-as-rendered.ts';
import { pullPolicy } from '../pull-policy.ts';
import { inOrder, type KeyUse, pathOf, type ValueMap } from '../values-index.ts';
import type { ValuesView } from '../values-view.ts';

/** Every container image of the values, annotated ones first, as it is in the release. */
export function recognizeImages(view: ValuesView): readonly ImageRole[] {
  return imagesAsRendered(imagesInValues(view), view);
}

function imagesInValues(view: ValuesView): ImageRole[] {
  const { data, index, chart } = view;
  const images: ImageRole[] = [];
  // Only what is annotated can turn up twice.
  const annotated = new Set<string>();
  const add = (image: UnpulledImage | undefined): void => {
    if (image === undefined || (annotated.size > 0 && annotated.has(toPointer(image.path)))) return;
    image.pullPolicy = pullPolicy(data, image.path);
    images.push(image);
  };
  for (const { path, value, annotation } of view.annotated('image')) {
    const parent = valueAt(data, path.slice(0, -1));
    const fallback = tagFallback(data, annotation.tagFallback ?? []);
    if (typeof value === 'string')
      add(imageFromText(value, path, isJsonObject(parent) ? parent : {}, fallback, chart));
    else if (isJsonObject(value)) add(imageFromMap(value, path, fallback, chart));
    if (images.at(-1)?.path === path) annotated.add(toPointer(path));
  }
  const named = new Set(index.mapsNamed(isImageName));
  const texts = index.entries(({ key }) => key === 'image' || key.endsWith('Image'));
  const holders = new Set(texts.flatMap(({ node, value }) => (typeof value === 'string' ? [node] : [])));
  for (const node of inOrder([index.holders(['repository']), [...named], [...holders]])) {
    if (looksLikeImage(node, named.has(node))) add(imageFromMap(node.map, pathOf(node), undefined, chart));
    if (!holders.has(node)) continue;
    for (const [key, value] of Object.entries(node.map)) {
      if (typeof value !== 'string' || !isImageKey(key, value, node, named.has(node))) continue;
      add(imageFromText(value, pathOf(node, key), node.map, undefined, chart));
    }
  }
  return images;
}

function isImageName({ lower }: KeyUse): boolean {
  return lower.endsWith('image');
}

/** An image before anyone looked for its pull policy. */
type UnpulledImage = Omit<ImageRole, 'pullPolicy'> & { pullPolicy: ImageRole['pullPolicy'] };

/** Keys that hold the repository, in maps that hold an image. */
const REPOSITORY_KEYS = ['repository', 'image', 'name', 'imageName'];
const TAG_KEYS = ['tag', 'imageTag', 'image_tag', 'tagOverride'];
const DIGEST_KEYS = ['digest', 'sha', 'sha256', 'imageDigest', 'image_digest'];

function looksLikeImage({ map }: ValueMap, named: boolean): boolean {
  if (typeof map.repository === 'string') return named || isTagged(map);
  // An overlay often says the tag alone.
  return named && (typeof map.name === 'string' ? isTagged(map) : text(map.tag) !== undefined);
}

function isTagged(map: JsonObject): boolean {
  return (
    TAG_KEYS.some((key) => Object.hasOwn(map, key)) || DIGEST_KEYS.some((key) => Object.hasOwn(map, key))
  );
}

/** Names of files sit under `image` keys too, and read like repositories; URLs, paths and templates do not. */
const FILES = new Set('png jpg jpeg gif svg ico webp iso img qcow2 vmdk raw'.split(' '));

function isFile(text: string): boolean {
  const dot = text.lastIndexOf('.');
  return dot >= 0 && dot >= text.length - 6 && FILES.has(text.slice(dot + 1).toLowerCase());
}

function isImageKey(key: string, value: string, node: ValueMap, named: boolean): boolean {
  if ((key !== 'image' && !key.endsWith('Image')) || value === '' || isFile(value)) return false;
  if (key === 'image') return !looksLikeImage(node, named) || typeof node.map.repository !== 'string';
  // `backgroundImage: forest` is no container: other *Image keys count only when the value itself shows it.
  return /^[^/]+\/[^/]|:[A-Za-z0-9_]/.test(value);
}

interface TagFallback {
  readonly path: ValuesPath;
  readonly tag: string | undefined;
}

function tagFallback(data: JsonObject, pointers: readonly string[]): TagFallback | undefined {
  const paths = pointers.map(parsePointer);
  const set = paths.find((path) => text(valueAt(data, path)) !== undefined) ?? paths[0];
  return set === undefined ? undefined : { path: set, tag: text(valueAt(data, set)) };
}

function imageFromText(
  value: string,
  path: ValuesPath,
  parent: JsonObject,
  fallback: TagFallback | undefined,
  chart: ChartProfile | undefined,
): UnpulledImage | undefined {
  const reference = parseImageReference(value);
  if (reference === undefined) return undefined;
  const { repository, digest } = reference;
  const sibling = first(parent, [...TAG_KEYS, 'version']);
  if (reference.tag === undefined && digest === undefined && sibling !== undefined) {
    const own = text(sibling.value);
    const siblingPath = [...path.slice(0, -1), sibling.key];
    return withTag(
      { path, repository, digest: first(parent, DIGEST_KEYS)?.text },
      own,
      siblingPath,
      fallback,
      chart,
    );
  }
  const image = { path, repository, digest };
  if (reference.tag === undefined && fallback !== undefined)
    return withTag(image, undefined, path, fallback, chart);
  return imageRole(image, path, reference.tag, reference.tag === undefined ? 'none' : 'own');
}

function imageFromMap(
  map: JsonObject,
  path: ValuesPath,
  fallback: TagFallback | undefined,
  chart: ChartProfile | undefined,
): UnpulledImage | undefined {
  const repository = first(map, REPOSITORY_KEYS)?.text;
  if (repository === undefined) return imageOfTag(map, path);
  if (isFile(repository)) return undefined;
  // A tag inside `repository` is a mistake of its own; the image then has that tag.
  const reference = parseImageReference(repository);
  if (reference === undefined) return undefined;
  const registry = text(map.registry);
  const name = registry === undefined ? reference.repository : `${registry}/${reference.repository}`;
  const tag = first(map, TAG_KEYS);
  const digest = first(map, DIGEST_KEYS)?.text ?? reference.digest;
  const tagPath = [...path, tag?.key ?? 'tag'];
  const own = text(tag?.value) ?? reference.tag;
  if (own?.includes('@')) return imageRole({ path, repository: name, digest: own }, tagPath, own, 'own');
  return withTag({ path, repository: name, digest }, own, tagPath, fallback, chart);
}

/** An overlay's image: the repository is that of a chart that is not known. */
function imageOfTag(map: JsonObject, path: ValuesPath): UnpulledImage | undefined {
  const tag = text(map.tag);
  if (tag === undefined) return undefined;
  const digest = first(map, DIGEST_KEYS)?.text;
  return imageRole({ path, repository: '', digest }, [...path, 'tag'], tag, 'own');
}

function withTag(
  image: Pick<ImageRole, 'path' | 'repository' | 'digest'>,
  own: string | undefined,
  tagPath: ValuesPath,
  fallback: TagFallback | undefined,
  chart: ChartProfile | undefined,
): UnpulledImage {
  if (own !== undefined) return imageRole(image, tagPath, own, 'own');
  if (fallback?.tag !== undefined) return imageRole(image, fallback.path, fallback.tag, 'fallback');
  return imageRole(image, fallback?.path ?? tagPath, chart?.appVersion, 'app-version');
}

/** Key by key: spreading objects of several shapes is slow. */
function imageRole(
  { path, repository, digest }: Pick<ImageRole, 'path' | 'repository' | 'digest'>,
  tagPath: ValuesPath,
  tag: string | undefined,
  tagSource: ImageRole['tagSource'],
): UnpulledImage {
  return { path, repository, tagPath, tag, digest, tagSource, pullPolicy: undefined };
}

/** The first of the keys that the map has with something in it. */
function first(
  map: JsonObject,
  keys: readonly string[],
): { key: string; value: JsonValue; text: string | undefined } | undefined {
  let empty: string | undefined;
  for (const key of keys) {
    if (!Object.hasOwn(map, key)) continue;
    const found = text(map[key]);
    if (found !== undefined) return { key, value: map[key]!, text: found };
    empty ??= key;
  }
  return empty === undefined ? undefined : { key: empty, value: map[empty]!, text: undefined };
}

/** The value as tag text; numbers are what YAML made of an unquoted version. */
function text(value: JsonValue | undefined): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}
