import type { YamlDocument } from '../../load/located-document.ts';
import type { Origin } from '../value/origin.ts';
import { compareGoStrings } from '../value/utf8.ts';
import type { ValuesSource } from '../value/values-source.ts';
import { inInstallOrder } from './install-order.ts';
import { type ManifestHead, type ManifestProblem, readManifest } from './read-manifest.ts';
import { isBlank, splitManifests } from './split-manifests.ts';

/** A rendered file. */
export interface RenderedFile {
  /** As Helm calls the template: `shop/templates/service.yaml`. */
  readonly name: string;
  readonly text: string;
  /** Where its pieces come from, when that is traced. */
  readonly origin: Origin | undefined;
  /** The values that decided its branches, those that were not taken too. */
  readonly decided?: ValuesSource | undefined;
}

/** One object of the release. */
export interface Manifest extends ManifestHead {
  /** The file that it is a part of. */
  readonly from: RenderedFile;
  readonly content: string;
  /** Where the content starts in the rendered file. */
  readonly start: number;
  /** The object with the place of every key and value in the content. */
  readonly document: YamlDocument;
}

export interface SortedManifests {
  readonly manifests: readonly Manifest[];
  readonly hooks: readonly Manifest[];
  /** Why Helm stops, at the first manifest that it cannot read, which the others are without. Offsets are those of the rendered file. */
  readonly problem?: ManifestProblem & { readonly file: string };
}

const EVENTS: ReadonlySet<string> = new Set([
  'pre-install',
  'post-install',
  'pre-delete',
  'post-delete',
  'pre-upgrade',
  'post-upgrade',
  'pre-rollback',
  'post-rollback',
  'test',
  'test-success',
]);

/**
 * The objects of the rendered files in the order in which Helm prints them: by kind, hooks apart; hooks for unknown events
 * are dropped (`SortManifests` in `pkg/release/v1/util/manifest_sorter.go`).
 */
export function sortManifests(files: readonly RenderedFile[], helm: 3 | 4): SortedManifests {
  const manifests: Manifest[] = [];
  const hooks: Manifest[] = [];
  let problem: SortedManifests['problem'];
  for (const from of [...files].sort((a, b) => compareGoStrings(a.name, b.name))) {
    const { name: file, text } = from;
    if (isBlank(text)) continue;
    for (const { content, start } of splitManifests(text, helm)) {
      const read = readManifest(file, content);
      if ('problem' in read) {
        const { message, helmSays, start: at, end } = read.problem;
        problem ??= { file, message, helmSays, start: start + at, end: start + end };
        continue;
      }
      const { head, document } = read;
      const manifest = { ...head, from, content, start, document };
      const events = head.annotations.get('helm.sh/hook');
      if (events === undefined) manifests.push(manifest);
      else if (events.split(',').every((event) => EVENTS.has(event.trim().toLowerCase())))
        hooks.push(manifest);
    }
  }
  const sorted = { manifests: inInstallOrder(manifests, helm), hooks: inInstallOrder(hooks, helm) };
  return problem === undefined ? sorted : { ...sorted, problem };
}
