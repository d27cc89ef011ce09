import type { Finding } from '../../model/finding.ts';
import { formatPath } from '../../model/format-path.ts';
import { toPointer } from '../../model/json-pointer.ts';
import type { JsonObject } from '../../model/json-value.ts';
import type { Layer } from '../../model/layer.ts';
import { startsWith, type ValuesPath, valueAt } from '../../model/values-path.ts';
import { manifestFinding } from '../manifest-finding.ts';
import type { ManifestObject } from '../manifest-object.ts';
import { parseSetName } from '../parse-set-name.ts';
import type { TargetEffect, TargetWrite } from './flux-merge.ts';
import type { ResolvedReference } from './resolve-values-from.ts';

const VALUES = ['spec', 'values'];

/** A `targetPath` with which Flux stops: its text cannot be parsed, or its path leads through what is no map or list. `below`: weakest first. */
export function refusedText(
  object: ManifestObject,
  { at, targetPath = '' }: ResolvedReference,
  { problem, blocked }: TargetEffect,
  below: readonly Layer[],
): Finding[] {
  if (problem === undefined || !problem.refused) return [];
  const span = object.locate([...at, 'targetPath'], 'value');
  if (blocked === undefined) {
    return [
      manifestFinding('text-refused', 'error', span, {
        problem: `the text for "${targetPath}" cannot be set there`,
        why: 'Flux reads path=text as Helm reads --set: a comma starts another value, and "{" a list that has to end.',
        help: 'Write literal: true beside targetPath (Flux 2.9), or a backslash in front of each comma in the text.',
      }),
    ];
  }
  const name = formatPath(blocked);
  const held = below.findLast(({ data }) => valueAt(data, blocked) !== undefined);
  const what = kindOf(valueAt(held?.data, blocked));
  const finding = manifestFinding(
    'text-refused',
    'error',
    span,
    {
      problem: `"${targetPath}" cannot be set: "${name}" is ${what}`,
      why: 'Flux stops there, and the release stays as it is.',
      help: `Remove "${name}" where it is set, or make it the map or list that the path leads through.`,
    },
    toPointer(blocked),
  );
  const place = held?.document?.locate(blocked, 'value');
  return [{ ...finding, related: place ? [{ span: place, message: `"${name}" is set here` }] : [] }];
}

/** What a comma in the text sets besides: almost never meant. */
export function setBesides(
  object: ManifestObject,
  { at, targetPath = '', entry }: ResolvedReference,
  writes: readonly TargetWrite[],
): Finding[] {
  const own = parseSetName(targetPath);
  const others = writes.filter(
    ({ path }) => own.length > 0 && !startsWith(path, own) && !startsWith(own, path),
  );
  if (others.length === 0 || entry === undefined) return [];
  const name = formatPath(others[0]!.path);
  const span = object.locate([...at, 'targetPath'], 'value');
  return [
    manifestFinding('set-comma', 'warning', span, {
      problem: `a comma in the text for "${targetPath}" sets "${name}" as well`,
      why: 'Flux reads path=text as Helm reads --set: behind a comma another name=value starts.',
      help: 'Write literal: true beside targetPath (Flux 2.9), or a backslash in front of the comma.',
    }),
  ];
}

/** What a `targetPath` sets that is in `spec.values` as well. */
export function setTwice(
  object: ManifestObject,
  { at }: ResolvedReference,
  writes: readonly TargetWrite[],
  inline: JsonObject,
): Finding[] {
  return writes.flatMap(({ path, isForGood }) => {
    if (path.length === 0 || valueAt(inline, path) === undefined) return [];
    // An item of a list has to be there for a path to lead into it.
    if (isForGood && path.some((segment) => typeof segment === 'number')) return [];
    return [twice(object, at, path, isForGood)];
  });
}

function twice(object: ManifestObject, at: ValuesPath, path: ValuesPath, targetWins: boolean): Finding {
  const name = formatPath(path);
  const span = object.locate([...at, 'targetPath'], 'value');
  const finding = manifestFinding(
    'set-twice',
    'warning',
    span,
    {
      problem: `"${name}" is set by targetPath and in spec.values, and ${targetWins ? 'targetPath' : 'spec.values'} wins here`,
      why: 'Which of the two wins depends on what else is there: Flux merges spec.values before and after.',
      help: 'Set it in one place only.',
    },
    toPointer(path),
  );
  const other = object.locate([...VALUES, ...path], 'key');
  return { ...finding, related: [{ span: other, message: `spec.values sets "${name}" here` }] };
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'a map' : typeof value === 'string' ? 'text' : `a ${typeof value}`;
}
