import type { Fact } from '../model/fact.ts';
import { isJsonObject } from '../model/json-value.ts';
import type { Release } from '../model/release.ts';
import { valueAt } from '../model/values-path.ts';
import { isUserWritten } from './written.ts';

const ISSUER = 'cert-manager.io/cluster-issuer';
const AT = ['ingress', 'annotations', ISSUER];

/** States that the user removed the issuer of a chart whose defaults have one, while `ingress.tls` still asks for a certificate. */
export function* issuerRemoved(release: Release): Iterable<Fact> {
  const ingress = valueAt(release.values.data, ['ingress']);
  if (!isJsonObject(ingress) || ingress.enabled !== true) return;
  const { tls, annotations } = ingress;
  if (!Array.isArray(tls) || tls.length === 0 || !isUserWritten(release, AT)) return;
  const names = isJsonObject(annotations) ? Object.keys(annotations) : [];
  if (names.some((key) => key.startsWith('cert-manager.io/'))) return;
  yield {
    at: AT,
    problem: `The annotation "${ISSUER}" is removed, but ingress.tls still asks for a certificate`,
    why: 'Nobody makes the Secret that it names, and the Ingress answers with a certificate that no browser trusts.',
    help: 'Keep an issuer, or create the Secret by other means.',
    related: [{ at: ['ingress', 'tls'], message: 'the certificate is asked for here' }],
  };
}
