import { isJsonObject, type JsonObject, type JsonValue } from '../model/json-value.ts';
import type { IngressTlsRole } from '../model/network-roles.ts';
import type { Setting } from '../model/scheduling-roles.ts';
import type { ValuesPath } from '../model/values-path.ts';

/**
 * Which hosts of an Ingress have a certificate: `tls` as a list, or a switch; Bitnami's `extraTls` adds to it. `wasList`: the
 * chart's default is a list, so that a missing one was taken away.
 */
export function ingressTls(
  map: JsonObject,
  path: ValuesPath,
  wasList: boolean,
): Omit<IngressTlsRole, 'acmeIssuer'> {
  const { tls } = map;
  const at = [...path, 'tls'];
  if (tls === true || (isJsonObject(tls) && tls.enabled === true))
    return { path: at, covers: 'every-host', hosts: [] };
  const isList = Array.isArray(tls) || (tls === undefined && wasList);
  const isOff = tls === false || (isJsonObject(tls) && tls.enabled === false);
  if (!isList && !isOff) return { path: at, covers: 'unknown', hosts: [] };
  const entries: [ValuesPath, JsonValue][] = ['tls', 'extraTls'].flatMap((key) => {
    const list = map[key];
    return Array.isArray(list)
      ? list.map((item, i): [ValuesPath, JsonValue] => [[...path, key, i], item])
      : [];
  });
  if (entries.length === 0) return { path: at, covers: 'none', hosts: [] };
  const hosts: Setting<string>[] = [];
  for (const [place, entry] of entries) {
    const list = isJsonObject(entry) ? entry.hosts : undefined;
    // An entry without hosts is for whatever the controller serves.
    if (!Array.isArray(list) || list.length === 0) return { path: at, covers: 'every-host', hosts: [] };
    for (const [i, host] of list.entries()) {
      if (typeof host !== 'string' || host.includes('{{')) return { path: at, covers: 'unknown', hosts: [] };
      hosts.push({ path: [...place, 'hosts', i], value: host });
    }
  }
  return { path: at, covers: 'hosts', hosts };
}

const ISSUER_KEYS = ['cert-manager.io/cluster-issuer', 'cert-manager.io/issuer'];

/** The issuer of cert-manager when its name says that it speaks ACME; `tls-acme` says so itself. */
export function certManagerIssuer(annotations: readonly Setting<JsonValue>[]): Setting<string> | undefined {
  for (const { path, value } of annotations) {
    const key = String(path.at(-1));
    if (ISSUER_KEYS.includes(key) && typeof value === 'string' && /encrypt|acme|zerossl/i.test(value)) {
      return { path, value };
    }
    if (key === 'kubernetes.io/tls-acme' && String(value) === 'true') return { path, value: key };
  }
  return undefined;
}
