import { formatPath } from '../../model/format-path.ts';
import { toPointer } from '../../model/json-pointer.ts';
import type { ImageRole } from '../../model/roles.ts';
import { defineRule } from '../../model/rule.ts';
import { listWords } from '../list-words.ts';
import { hasMutableTag } from '../mutable-tag.ts';
import { isSwitchedOff } from '../switched-off.ts';
import { editedPath, isWritten } from '../written.ts';

export const rule = defineRule({
  id: 'mutable-tag-if-not-present',
  severity: 'warning',
  recommended: false,
  about: 'rendered',
  docs: {
    summary: 'An image with a tag that is pushed again and again is pulled only where it is not there yet.',
    why: "A node that has pulled the tag once keeps that build for good, and a new node pulls today's. Pods of one release then run different code, and a restart does not bring the new build. The tag itself is the mistake, and mutable-image-tag reports it; this rule is for whoever keeps such tags on purpose.",
    source: 'Kubernetes documentation, Images, "Image pull policy".',
  },
  examples: {
    bad: [
      { values: 'image:\n  repository: nginx\n  tag: latest\n  pullPolicy: IfNotPresent\n' },
      {
        chart: 'atlasia',
        values: 'global:\n  environment: staging\nimage:\n  frontend:\n    tag: staging-latest\n',
      },
    ],
    good: [
      { values: 'image:\n  repository: nginx\n  tag: latest\n  pullPolicy: Always\n' },
      { values: 'image:\n  repository: nginx\n  tag: 1.27.4\n  pullPolicy: IfNotPresent\n' },
      { values: 'image:\n  repository: nginx\n  tag: latest\n' },
      {
        values: 'image:\n  repository: nginx\n  tag: latest\n  pullPolicy: IfNotPresent\n',
        environment: 'production',
      },
    ],
  },
  *check(release) {
    if (release.roles.environment === 'production') return;
    const mutable = release.roles.images.filter(
      (image) => hasMutableTag(image) && !isSwitchedOff(release, image.path),
    );
    for (const { policy, images } of byPolicy(mutable)) {
      const concerned = images.filter(
        ({ tagPath, path }) =>
          isWritten(release, policy.path) || isWritten(release, tagPath) || isWritten(release, path),
      );
      const [image] = concerned;
      if (image === undefined) continue;
      const at = editedPath(release, [policy.path, image.tagPath, image.path]);
      const names = [...new Set(concerned.map(reference))];
      yield {
        at,
        problem: `${formatPath(policy.path)} is "${policy.value}", and ${listWords(names, 'and', 1)} ${names.length === 1 ? 'moves' : 'move'}`,
        why: 'A node that has an old build keeps it, so pods run different code.',
        help: `Set ${formatPath(policy.path)} to "Always", or pin a version.`,
        related: [
          at === policy.path
            ? { at: image.tagPath, message: `the tag is "${image.tag ?? 'latest'}"` }
            : { at: policy.path, message: `the policy is "${policy.value}"` },
        ],
        fix: { title: 'Always pull', safe: false, replace: [{ at: policy.path, text: 'Always' }] },
      };
    }
  },
});

interface PolicyGroup {
  readonly policy: NonNullable<ImageRole['pullPolicy']>;
  readonly images: ImageRole[];
}

/** Images that share one policy are one mistake. */
function byPolicy(images: readonly ImageRole[]): PolicyGroup[] {
  const groups = new Map<string, PolicyGroup>();
  for (const image of images) {
    const policy = image.pullPolicy;
    if (policy === undefined || !/^(?:IfNotPresent|Never)$/.test(policy.value)) continue;
    const group = groups.get(toPointer(policy.path)) ?? { policy, images: [] };
    group.images.push(image);
    groups.set(toPointer(policy.path), group);
  }
  return [...groups.values()];
}

function reference({ repository, tag }: ImageRole): string {
  return repository === '' ? `the tag "${tag}"` : `"${repository}:${tag ?? 'latest'}"`;
}
