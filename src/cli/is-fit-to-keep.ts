import { spansByFile } from '../lint/secret-spans.ts';
import { maskSecrets } from '../report/mask-secrets.ts';
import type { IsFitToKeep } from '../session/release-cache.ts';

/** Whether reports would show the findings as they are: messages name no secrets, but a fix may write one. */
export const isFitToKeep: IsFitToKeep = ({ findings, secrets }, sources) => {
  const fixable = findings.filter(({ fix }) => fix !== undefined);
  if (fixable.length === 0) return true;
  const shown = maskSecrets({
    releases: [],
    findings: fixable,
    sources,
    files: sources.size,
    suppressed: [],
    secrets: spansByFile(secrets),
  });
  return JSON.stringify(shown.findings) === JSON.stringify(fixable);
};
