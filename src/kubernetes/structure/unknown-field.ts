import { formatPath } from '../../model/format-path.ts';
import { listWords } from '../../model/list-words.ts';
import { knownNames, nearestName, nearestNames } from '../../model/nearest-name.ts';
import { plainName } from '../../model/plain-name.ts';
import type { CheckFact } from '../manifest-fact.ts';
import type { ManifestNode } from '../manifest-node.ts';
import type { Field } from '../types/field-type.ts';
import type { ApiType, KubernetesTypes } from '../types/kubernetes-types.ts';
import { movedFields } from './moved-fields.ts';

const DROPPED = 'Helm 4 and kubectl refuse the manifest; Helm 3 installs it, and Kubernetes drops the field.';
const ALL_UP_TO = 8;
const NEAREST = 4;

/** A key that the type does not have: where it belongs, what was meant, or what there is. */
export function unknownField(
  key: string,
  node: ManifestNode,
  type: ApiType,
  types: KubernetesTypes,
): Omit<CheckFact, 'at'> {
  const shown = JSON.stringify(key.length > 40 ? `${key.slice(0, 39)}…` : key);
  const short = type.name.slice(type.name.lastIndexOf('.') + 1);
  const said = { why: DROPPED, part: 'key' as const };
  const absent = type.absent.get(key);
  if (absent) {
    const range =
      absent.since === undefined
        ? `after Kubernetes 1.${absent.until}`
        : `before Kubernetes 1.${absent.since}`;
    return {
      ...said,
      problem: `${short} has no field ${shown} ${range}`,
      help:
        absent.since === undefined
          ? 'Remove it.'
          : `Use Kubernetes 1.${absent.since} or newer, or remove it.`,
    };
  }
  const moved = movedFields[`${type.name}.${key}`];
  if (moved !== undefined) {
    return { ...said, problem: `${short} has no field ${shown}`, help: `Write ${moved}.` };
  }
  const known = knownNames([...type.fields.keys()]);
  const sameWord =
    known.byPlain.get(plainName(key)) ??
    [`${key}s`, key.replace(/s$/, '')].find((name) => type.fields.has(name));
  const place = sameWord === undefined ? belongs(key, node, type, types) : undefined;
  if (place)
    return {
      ...said,
      problem: `${short} has no field ${shown}; it belongs ${place}`,
      help: `Move it ${place}.`,
    };
  const meant = sameWord ?? nearestName(key, known);
  if (meant !== undefined) {
    const free = !Object.hasOwn(node.value, meant);
    return {
      ...said,
      problem: `${short} has no field ${shown}; did you mean ${JSON.stringify(meant)}?`,
      help: free
        ? `Write ${JSON.stringify(meant)}.`
        : `Remove it: ${JSON.stringify(meant)} is there already.`,
      ...(free ? { mend: { how: 'rename' as const, to: meant } } : {}),
    };
  }
  const names = known.names.length <= ALL_UP_TO ? known.names : nearestNames(key, known, NEAREST);
  const all = names.map((name) => JSON.stringify(name));
  return {
    ...said,
    problem: `${short} has no field ${shown}`,
    help:
      all.length === 0
        ? 'Remove it: this map has no fields.'
        : `${known.names.length <= ALL_UP_TO ? 'It has' : 'The nearest are'} ${listWords(all, 'and')}.`,
  };
}

/** Where a field of exactly this name is: one level down, one level up, or beside one of the maps around. */
function belongs(key: string, node: ManifestNode, type: ApiType, types: KubernetesTypes): string | undefined {
  const below = ownersBelow(key, type, types);
  if (below.length > 0 && below.length <= 3) return `below ${listWords(below, 'or')}`;
  if (below.length > 3) return undefined;
  for (let around = node.parent, child = node; around; child = around, around = around.parent) {
    const outer = types.typeOf(around.type);
    if (!outer) return undefined;
    if (outer.fields.has(key))
      return around === node.parent
        ? `one level up, beside ${wayTo(child, around)}`
        : `into ${pathOf(around)}`;
    const beside = ownersBelow(key, outer, types).filter((name) => name !== child.path[around!.path.length]);
    if (beside.length === 1) return `into ${pathOf(around, beside[0])}`;
  }
  return undefined;
}

/** The fields of the type that hold one map (or a list of maps) with such a field. */
function ownersBelow(key: string, type: ApiType, types: KubernetesTypes): string[] {
  // These are in every object, and say nothing of where a key belongs.
  if (key === 'name' || key === 'kind' || key === 'namespace') return [];
  return [...type.fields.values()].flatMap((field) => {
    const inner = typeNameOf(field);
    return inner !== undefined && types.typeOf(inner)?.fields.has(key) ? [field.name] : [];
  });
}

function typeNameOf({ type }: Field): string | undefined {
  if (type.is === 'type') return type.name;
  return type.is === 'list' && type.of.is === 'type' ? type.of.name : undefined;
}

function wayTo(child: ManifestNode, around: ManifestNode): string {
  return String(child.path[around.path.length]);
}

function pathOf(node: ManifestNode, field?: string): string {
  const path = formatPath(field === undefined ? node.path : [...node.path, field]);
  return path === '' ? 'the top level' : path;
}
