import type { GitopsCheckName } from '../model/check-id.ts';
import type { Finding } from '../model/finding.ts';
import type { Severity } from '../model/severity.ts';
import type { Span } from '../model/span.ts';
import type { Statement } from '../model/statement.ts';

/** A finding about a manifest itself. */
export function manifestFinding(
  name: GitopsCheckName,
  severity: Severity,
  span: Span,
  said: Statement,
  path = '',
): Finding {
  return { rule: `gitops/${name}`, severity, ...said, span, path, related: [] };
}
