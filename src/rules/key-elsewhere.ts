import { formatPath } from '../model/format-path.ts';
import { isJsonObject } from '../model/json-value.ts';
import type { Release } from '../model/release.ts';
import { startsWith, type ValuesPath } from '../model/values-path.ts';
import { knownPlaces } from './known-places.ts';
import { hasDefault } from './written.ts';

/**
 * Where the chart has a key of the name that stands where nobody knows it, in words: in the items of one of the lists beside it, else
 * closest first. Undefined where there is none, or several.
 */
export function keyElsewhere(
  release: Release,
  path: ValuesPath,
  lists: readonly string[],
): string | undefined {
  return placeInItems(release, path, lists) ?? placesOf(release, path);
}

/** `ingress.paths` where templates read `paths` of every item of `ingress.hosts`. */
function placeInItems(release: Release, path: ValuesPath, lists: readonly string[]): string | undefined {
  const parent = path.slice(0, -1);
  const [only, ...others] = lists.filter((name) =>
    release.chart!.templates!.namesBelow([...parent, name, 0]).includes(String(path.at(-1))),
  );
  return only !== undefined && others.length === 0
    ? `${formatPath([...parent, only])}[].${path.at(-1)}, in each item of the list`
    : undefined;
}

/** Where else the chart has a key of the name, closest first: a level up or down, then anywhere if that is one place. */
function placesOf(release: Release, path: ValuesPath): string | undefined {
  // What the umbrella itself writes below a dependency is no key that the dependency has.
  // Nor does what the umbrella has for itself reach a dependency, and the map around a key is not what was meant.
  const { length: depth } = release.values.ownerOf(path).scope;
  const places = knownPlaces(release, String(path.at(-1))).filter(
    (place) =>
      hasDefault(release, place) &&
      !startsWith(path, place) &&
      release.values.ownerOf(place).scope.length >= depth,
  );
  const parent = path.slice(0, -1);
  const up = places.find(
    (place) =>
      place.length === path.length - 1 && formatPath(place.slice(0, -1)) === formatPath(parent.slice(0, -1)),
  );
  if (up !== undefined) return `${formatPath(up)}, one level up`;
  const down = places.filter(
    (place) =>
      place.length === path.length + 1 && formatPath(place.slice(0, parent.length)) === formatPath(parent),
  );
  if (down.length === 1) return formatPath(down[0]!);
  const [only] = places;
  if (only === undefined || places.length > 1) return undefined;
  // A key of one section is not that of another: `llm.endpoint` does not mean `tracing.endpoint`.
  const isOtherSection =
    parent.length > 0 && !startsWith(parent, only.slice(0, -1)) && !startsWith(only, parent);
  return isOtherSection && hasKeys(release, parent) ? undefined : formatPath(only);
}

function hasKeys({ chart, values }: Release, path: ValuesPath): boolean {
  const before = values.defaultAt(path);
  if (isJsonObject(before) && Object.keys(before).length > 0) return true;
  return (chart?.templates?.namesBelow(path) ?? []).length > 0;
}
