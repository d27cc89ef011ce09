import { formatPath } from '../../model/format-path.ts';
import { isJsonObject, type JsonValue } from '../../model/json-value.ts';
import type { RenderedImage } from '../../model/rendered-facts.ts';
import type { ValuesPath } from '../../model/values-path.ts';
import type { Manifest } from '../../templates/chart/sort-manifests.ts';
import { isTestHook } from './is-test-hook.ts';
import { valuesBetween } from './manifest-origin.ts';

const CONTAINERS: ReadonlySet<string> = new Set(['containers', 'initContainers', 'ephemeralContainers']);

/** The images of rendered objects, those of custom resources too: what stands at a key `image` or `…Image`. */
export function renderedImages(manifests: readonly Manifest[]): RenderedImage[] {
  return manifests.flatMap((manifest) =>
    // What holds definitions and data describes images, and runs none.
    /^(?:ConfigMap|Secret|CustomResourceDefinition)$/.test(manifest.kind)
      ? []
      : imagesBelow(manifest, manifest.document.data, []),
  );
}

function imagesBelow(manifest: Manifest, value: JsonValue, path: ValuesPath): RenderedImage[] {
  if (Array.isArray(value)) return value.flatMap((item, i) => imagesBelow(manifest, item, [...path, i]));
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([key, below]) => {
    const at = [...path, key];
    if (typeof below !== 'string') return imagesBelow(manifest, below, at);
    const isImage = (key === 'image' || key.endsWith('Image')) && below !== '';
    return isImage ? [image(manifest, at, below, value.imagePullPolicy)] : [];
  });
}

function image(
  manifest: Manifest,
  at: ValuesPath,
  text: string,
  policy: JsonValue | undefined,
): RenderedImage {
  const valuesIn = (path: ValuesPath, start: number, end: number): readonly ValuesPath[] => {
    const place = manifest.document.locate(path, 'value');
    const raw = manifest.content.slice(place.start, place.end);
    // Quotes are around it; a text with escapes is taken as a whole.
    const shift = raw.indexOf(path === at ? text : String(policy));
    const range =
      shift === -1 ? place : { start: place.start + shift + start, end: place.start + shift + end };
    return valuesBetween(manifest, range.start, range.end);
  };
  const policyAt = [...at.slice(0, -1), 'imagePullPolicy'];
  return {
    where: `${manifest.kind}/${manifest.name}: ${formatPath(at)}`,
    text,
    isContainers: at.at(-1) === 'image' && CONTAINERS.has(String(at.at(-3))),
    isForTests: isTestHook(manifest),
    valuesIn: (start, end) => valuesIn(at, start, end),
    pullPolicy:
      typeof policy === 'string' && policy !== ''
        ? { value: policy, by: valuesIn(policyAt, 0, policy.length)[0] }
        : undefined,
  };
}
