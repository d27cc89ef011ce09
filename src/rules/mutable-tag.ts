import type { ImageRole } from '../model/roles.ts';

/** Names of branches, channels and environments: tags that are pushed again and again. */
const MOVING = new Set(
  (
    'latest main master trunk head tip edge nightly daily weekly dev devel develop development staging stage ' +
    'prod production test testing qa canary stable unstable next rolling snapshot preview mainline current'
  ).split(' '),
);

/** Whether the tag is one that is pushed again and again: `latest`, `main`, `staging-latest`. */
export function isMutableTag(tag: string): boolean {
  const lower = tag.toLowerCase();
  return MOVING.has(lower) || /^latest[-_.]|[-_.](?:latest|nightly|snapshot)$/.test(lower);
}

/** Whether the same reference may be another image tomorrow: a moving tag, or none. A digest settles it. */
export function hasMutableTag(image: ImageRole): boolean {
  if (image.digest !== undefined || image.repository.includes('{{') || image.tag?.includes('{{'))
    return false;
  // Without a tag of its own the chart usually takes its appVersion; when that is unknown, nobody can tell.
  if (image.tag === undefined) return image.tagSource === 'none';
  return isMutableTag(image.tag);
}
