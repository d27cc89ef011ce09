import type { Finding } from '../model/finding.ts';
import { parsePointer } from '../model/json-pointer.ts';
import type { JsonObject } from '../model/json-value.ts';
import { isUserLayer } from '../model/layer.ts';
import type { MergedValues } from '../model/merged-values.ts';
import { startsWith, type ValuesPath, valueAt } from '../model/values-path.ts';

/** Without what is found at or below values that something fills in later: it would be about text that is not there then. */
export function withoutUnknown(findings: readonly Finding[], unknown: readonly ValuesPath[] = []): Finding[] {
  if (unknown.length === 0) return [...findings];
  return findings.filter(({ path }) => {
    const at = parsePointer(path);
    return !unknown.some((one) => startsWith(at, one));
  });
}

/** What vals and helm-secrets put something else in for: `ref+vault://…`. */
const REFERENCE = /^(?:secret)?ref\+[a-z0-9+.-]+:\/\//i;

/** Without what is said of a reference as if it were the value: whoever writes one gets the value before Helm does. */
export function withoutReferences(findings: readonly Finding[], data: JsonObject): Finding[] {
  return findings.filter(({ rule, path }) => {
    if (rule === 'schema/unknown-key' || !/^(?:schema|kubernetes|template)\//.test(rule)) return true;
    const value = valueAt(data, parsePointer(path));
    return typeof value !== 'string' || !REFERENCE.test(value);
  });
}

/** About charts and files themselves, not about what a release has for values. */
const OF_FILES = /^(?:chart|files|yaml|merge|suppression|rule)\//;

/** Only what is found at values that the user's files set: what they do not set may come from somewhere else. */
export function ofWhatIsSet(
  findings: readonly Finding[],
  { layersSetting }: Pick<MergedValues, 'layersSetting'>,
): Finding[] {
  return findings.filter(({ rule, path }) => {
    if (OF_FILES.test(rule)) return true;
    return path !== '' && layersSetting(parsePointer(path)).some(isUserLayer);
  });
}
