import type { Finding } from '../model/finding.ts';
import type { JsonValue } from '../model/json-value.ts';
import type { Span } from '../model/span.ts';
import { manifestFinding } from './manifest-finding.ts';

/** Who installs which version, and when. */
export interface VersionWords {
  readonly tool: string;
  /** `at the next interval`. */
  readonly when: string;
}

/** What is to be said about the version of a chart in a repository of charts: values are written for one. */
export function versionFindings(
  version: JsonValue | undefined,
  span: Span,
  { tool, when }: VersionWords,
): Finding[] {
  const written = version === undefined || version === null ? '' : String(version).trim();
  if (written !== '' && !isOpen(written)) return [];
  const isAny = written === '' || /^[*xX](?:\.[*xX])*$/.test(written);
  const problem =
    written === ''
      ? 'The chart has no version, so the newest is installed'
      : isAny
        ? `"${written}" takes any version of the chart`
        : `"${written}" has no upper end: it takes every later major version`;
  return [
    manifestFinding('open-version', 'warning', span, {
      problem,
      why: `${tool} upgrades by itself ${when}, and the values were written for one version.`,
      help: 'Write one version, or a range such as ~1.2 that ends before the next minor or major version.',
    }),
  ];
}

/** Whether the range has no upper end. */
function isOpen(range: string): boolean {
  if (/^\$|\$\{|\{\{/.test(range)) return false;
  return range.split('||').some((part) => {
    const text = part.trim();
    if (/^[*xX](?:\.[*xX])*(?:-0)?$/.test(text)) return true;
    return />/.test(text) && !/[<~^]|=\s*\d|\s-\s/.test(text.replaceAll('>=', '>'));
  });
}
