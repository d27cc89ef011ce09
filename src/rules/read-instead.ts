import { formatPath } from '../model/format-path.ts';
import { type KnownNames, knownNames, nearestName } from '../model/nearest-name.ts';
import { plainName } from '../model/plain-name.ts';
import type { Release } from '../model/release.ts';
import type { TemplateUse } from '../model/template-use.ts';
import { startsWith, type ValuesPath, valueAt } from '../model/values-path.ts';

/** Deeper than keys that people misplace. */
const DEEPEST = 6;
/** A chart that reads more keys than this without defining them says nothing about what was meant. */
const MOST = 2000;

/**
 * Finds the key that was meant by one that no template reads: the alias of a dependency of that name, almost the same name beside it, or the same name in one place
 * nearby that templates read and nothing sets, or below a dependency that reads it.
 */
export function readInstead(release: Release): (path: ValuesPath) => ValuesPath | undefined {
  const templates = release.chart?.templates;
  if (templates === undefined) return () => undefined;
  let index: Map<string, ValuesPath[]> | undefined;
  const kept = new Map<string, { readonly known: KnownNames; readonly has: ReadonlySet<string> }>();
  /** What templates read in the map and nothing sets, but for the key itself; made ready once for all keys of the map. */
  const unset = (parent: ValuesPath, key: string): KnownNames => {
    const place = formatPath(parent);
    let there = kept.get(place);
    if (there === undefined) {
      const names = templates.namesBelow(parent).filter((name) => isUnset(release, parent, name));
      there = { known: knownNames(names), has: new Set(names) };
      kept.set(place, there);
    }
    const { known, has } = there;
    return has.has(key) ? knownNames(known.names.filter((name) => name !== key)) : known;
  };
  return (path) => {
    const key = String(path.at(-1));
    const parent = path.slice(0, -1);
    const [alias] = release.chart?.aliasesOf?.(parent, key) ?? [];
    if (alias !== undefined) return [...parent, alias];
    const near = nearestName(key, unset(parent, key));
    // A longer name is another setting: `allowExternal` and `allowExternalEgress`.
    if (near !== undefined && Math.abs(near.length - key.length) <= 2) return [...parent, near];
    index ??= unsetPlaces(release, templates);
    const places = (index.get(plainName(key)) ?? []).filter((place) => isNearby(release, path, place));
    return places.length === 1 ? places[0] : undefined;
  };
}

/** What every section of a chart may have: that another one has it says nothing. */
const EVERYWHERE =
  /^(?:enabled?|name|type|image|service|resources|persistence|ingress|rbac|affinity|tolerations|nodeSelector|podDisruptionBudget|.*(?:[aA]nnotations|[lL]abels|[sS]ecurityContext)|extra[A-Z].*)$/;

/** Whether nobody sets the key beside; a dependency has its name, whatever else is set there. */
function isUnset(release: Release, parent: ValuesPath, name: string): boolean {
  const at = [...parent, name];
  return isDependency(release, at) || valueAt(release.values.data, at) === undefined;
}

/** Whether the path is the name of a dependency: what is below belongs to that. */
function isDependency({ values }: Release, path: ValuesPath): boolean {
  return values.ownerOf([...path, '']).scope.length === path.length;
}

/**
 * Whether one is some levels above the other, one level below it, or the same below a dependency of a chart that has no templates
 * of its own.
 */
function isNearby(release: Release, path: ValuesPath, place: ValuesPath): boolean {
  const from = path.slice(0, -1);
  const to = place.slice(0, -1);
  const isSameChart =
    release.values.ownerOf(path).scope.length === release.values.ownerOf(place).scope.length;
  const isOwn = isSameChart && !EVERYWHERE.test(String(path.at(-1)));
  // Nothing at the root is near what lies two levels below it.
  const isAbove =
    isOwn &&
    to.length < from.length &&
    to.length + 3 > from.length &&
    startsWith(from, to) &&
    (to.length > 0 || from.length === 1);
  const isBelow = isOwn && to.length === from.length + 1 && startsWith(to, from);
  const isInDependency =
    !readsItself(release) && place.length === path.length + 1 && path.every((key, i) => place[i + 1] === key);
  return isAbove || isBelow || isInDependency;
}

/** Whether the chart at the top has templates that read values. */
function readsItself(release: Release): boolean {
  const names = release.chart?.templates?.namesBelow([]) ?? [];
  return names.some((name) => name !== 'global' && name !== 'tags' && !isDependency(release, [name]));
}

/** The places that templates read, by the plain name of their key: those that nothing sets, and those right below a dependency. */
function unsetPlaces({ values }: Release, templates: TemplateUse): Map<string, ValuesPath[]> {
  const places = new Map<string, ValuesPath[]>();
  let count = 0;
  const visit = (path: ValuesPath): void => {
    if (path.length >= DEEPEST || count > MOST) return;
    for (const name of templates.namesBelow(path)) {
      const at = [...path, name];
      const { scope } = values.ownerOf(at);
      if (valueAt(values.data, at) === undefined || (scope.length > 0 && scope.length === path.length)) {
        count += 1;
        const plain = plainName(name);
        places.set(plain, [...(places.get(plain) ?? []), at]);
      }
      visit(at);
    }
  };
  visit([]);
  return count > MOST ? new Map() : places;
}
