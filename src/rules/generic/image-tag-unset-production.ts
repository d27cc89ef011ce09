import { formatPath } from '../../model/format-path.ts';
import { isProvided } from '../../model/is-provided.ts';
import { defineRule } from '../../model/rule.ts';
import { valueAt } from '../../model/values-path.ts';
import { isMutableTag } from '../mutable-tag.ts';
import { isSwitchedOff } from '../switched-off.ts';
import { isUserWritten } from '../written.ts';

export const rule = defineRule({
  id: 'image-tag-unset-production',
  severity: 'warning',
  recommended: true,
  about: 'rendered',
  docs: {
    summary: 'A file for production writes an image tag and leaves it empty.',
    why: 'An empty tag means the appVersion of whatever chart version is installed. Written into a file for production it is nearly always a tag that the pipeline should pass with --set: when that is forgotten, production silently runs the version that the chart happens to name. Leave the key out when appVersion is meant.',
    source:
      'Helm, `helm create` template of the image (`.Values.image.tag | default .Chart.AppVersion`); production values of the HotSwap chart.',
  },
  examples: {
    bad: [
      {
        values: 'image:\n  repository: registry.corp.net/shop/api\n  tag: ""\n',
        environment: 'production',
      },
      { chart: 'hotswap', values: 'image:\n  tag: ""\nconfig:\n  aspnetcoreEnvironment: Production\n' },
    ],
    good: [
      { values: 'image:\n  repository: registry.corp.net/shop/api\n  tag: ""\n' },
      { chart: 'hotswap', values: 'image:\n  tag: 1.4.2\n' },
      { chart: 'hotswap', values: 'image:\n  pullPolicy: Always\n' },
    ],
  },
  *check(release) {
    if (release.roles.environment !== 'production') return;
    for (const image of release.roles.images) {
      const { tagPath, tag, digest } = image;
      if (image.tagSource !== 'app-version' || digest !== undefined || isProvided(release.context, tagPath))
        continue;
      if (isSwitchedOff(release, tagPath)) continue;
      if (valueAt(release.values.data, tagPath) !== '' || !isUserWritten(release, tagPath)) continue;
      // mutable-image-tag says more of an appVersion that moves.
      if (tag !== undefined && isMutableTag(tag)) continue;
      const version = tag === undefined ? "the chart's appVersion" : `the chart's appVersion "${tag}"`;
      yield {
        at: tagPath,
        problem: `${formatPath(tagPath)} is ""`,
        why: `Production runs ${version} unless somebody remembers --set.`,
        help: "Write the version, or remove the line if the chart's version is meant.",
      };
    }
  },
});
