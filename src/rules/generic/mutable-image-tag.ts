import { formatPath } from '../../model/format-path.ts';
import type { Release } from '../../model/release.ts';
import type { ImageRole } from '../../model/roles.ts';
import { defineRule } from '../../model/rule.ts';
import { listWords } from '../list-words.ts';
import { hasMutableTag } from '../mutable-tag.ts';
import { isSwitchedOff } from '../switched-off.ts';

export const rule = defineRule({
  id: 'mutable-image-tag',
  severity: 'warning',
  recommended: true,
  about: 'rendered',
  docs: {
    summary:
      'An image has no tag, or a tag that is pushed again and again such as `latest`, `main` or `staging-latest`.',
    why: 'Each node pulls whatever the tag points at in that moment, so pods of one release run different code, a restart can change the version, and a rollback does not bring the old one back. In production this is an error.',
    source: 'Kubernetes documentation, Images, "Image names"; Configuration Best Practices.',
  },
  examples: {
    bad: [
      { values: 'image:\n  repository: nginx\n  tag: latest\n' },
      { values: 'image: quay.io:443/team/app\n' },
      { values: 'web:\n  image:\n    tag: latest\n' },
      { values: 'prometheus:\n  image: prom/prometheus:main\n', environment: 'production' },
    ],
    good: [
      { values: 'image:\n  repository: nginx\n  tag: 1.27.4\n' },
      {
        values:
          'image:\n  repository: nginx\n  tag: latest\n  digest: sha256:6af79ae5de407283dcea8b00d5c37ace95441fd58a8b1d2aa1ed93f5511bb18c\n',
      },
      { values: 'image:\n  repository: nginx\n  tag: ""\n' },
      { values: 'page:\n  image: logo.png\n' },
      { values: 'release:\n  tag: latest\n' },
      { chart: 'colonyos', values: 'prometheus:\n  enabled: false\n' },
    ],
  },
  *check(release) {
    const severity = release.roles.environment === 'production' ? 'error' : 'warning';
    const mutable = release.roles.images.filter(
      (image) => hasMutableTag(image) && image.isForTests !== true && !isSwitchedOff(release, image.path),
    );
    for (const images of bySource(mutable)) {
      const [image] = images;
      yield {
        at: place(release, image),
        severity,
        problem: problem(images, image),
        why: reason(image),
        help: advice(image),
        ...(image.tagSource === 'app-version' ? { cause: `appVersion of ${release.chart?.name}` } : {}),
      };
    }
  },
});

/** Images that get their tag from the same place are one mistake. */
function bySource(images: readonly ImageRole[]): [ImageRole, ...ImageRole[]][] {
  const groups = new Map<string, [ImageRole, ...ImageRole[]]>();
  for (const image of images) {
    const key = sourceOf(image);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [image]);
    else group.push(image);
  }
  return [...groups.values()];
}

function sourceOf({ tagSource, tagPath, path }: ImageRole): string {
  if (tagSource === 'fallback') return `fallback ${formatPath(tagPath)}`;
  return tagSource === 'app-version' ? tagSource : formatPath(path);
}

function place(release: Release, image: ImageRole): ImageRole['path'] {
  const written = release.values.layersSetting(image.tagPath).length > 0;
  return written ? image.tagPath : image.path;
}

function problem(images: readonly ImageRole[], image: ImageRole): string {
  if (image.repository === '') return `${formatPath(image.tagPath)} is "${image.tag}", a tag that moves`;
  const repositories = [...new Set(images.map(({ repository }) => `"${repository}"`))];
  const one = repositories.length === 1;
  const subject = one
    ? `image ${repositories[0]} has`
    : `${images.length} images (${listWords(repositories, 'and', 1)}) have`;
  switch (image.tagSource) {
    case 'none':
      return `${subject} no tag, which means "latest"`;
    case 'app-version':
      return `${subject} no tag and fall${one ? 's' : ''} back to the chart's appVersion "${image.tag}"`;
    case 'fallback':
      return `${subject} no tag and take${one ? 's' : ''} "${image.tag}" from ${formatPath(image.tagPath)}`;
    default:
      return `${subject} the tag "${image.tag}", which moves`;
  }
}

function reason({ tagSource, tag }: ImageRole): string {
  if (tagSource === 'none')
    return 'Nodes pull whatever is newest at that moment, and a rollback does not bring the old version back.';
  const pushed = `"${tag}" is pushed again and again: pods of one release may run different code`;
  return tagSource === 'app-version' || tagSource === 'fallback'
    ? `${pushed}.`
    : `${pushed}, and a rollback does not bring the old version back.`;
}

function advice(image: ImageRole): string {
  const shared = image.tagSource === 'app-version' || image.tagSource === 'fallback';
  return shared ? `Set ${formatPath(image.tagPath)} to a version.` : 'Pin a version tag or a digest.';
}
