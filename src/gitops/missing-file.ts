import { path } from '../files/path.ts';
import type { Finding } from '../model/finding.ts';
import { knownNames, nearestName } from '../model/nearest-name.ts';
import type { Severity } from '../model/severity.ts';
import type { Span } from '../model/span.ts';
import { manifestFinding } from './manifest-finding.ts';
import type { Repository } from './repository.ts';

/** A file (absolute) that a manifest names and that is not there, with the one of a similar name beside it. */
export function missingFile(
  file: string,
  span: Span,
  repository: Repository,
  {
    why,
    from,
    severity = 'error',
  }: { readonly why: string; readonly from: string; readonly severity?: Severity },
): Finding {
  const folder = path.dirname(file);
  const near = nearestName(path.basename(file), knownNames(repository.list(folder)), 'slip');
  const help = near === undefined ? from : `Did you mean "${repository.shown(path.join(folder, near))}"?`;
  return manifestFinding('missing-file', severity, span, {
    problem: `"${repository.shown(file)}" does not exist`,
    why,
    help,
  });
}
