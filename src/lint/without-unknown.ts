import type { Finding } from '../model/finding.ts';
import { parsePointer } from '../model/json-pointer.ts';
import { startsWith, type ValuesPath } from '../model/values-path.ts';

/** Without what is found at or below values that something fills in later: it would be about text that is not there then. */
export function withoutUnknown(findings: readonly Finding[], unknown: readonly ValuesPath[] = []): Finding[] {
  if (unknown.length === 0) return [...findings];
  return findings.filter(({ path }) => {
    const at = parsePointer(path);
    return !unknown.some((one) => startsWith(at, one));
  });
}
