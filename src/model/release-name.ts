import type { Finding } from './finding.ts';

/**
 * What the release of a finding is called in the text that the finding points into; undefined where that text holds one
 * release alone, or belongs to several. Part of what a finding is recognized by when lines have moved.
 */
export function releaseName({ release, span }: Finding): string | undefined {
  return release?.source === span.source.id ? release.name : undefined;
}
