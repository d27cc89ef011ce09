import { formatPath } from '../../model/format-path.ts';
import type { JsonValue } from '../../model/json-value.ts';
import type { IngressRole } from '../../model/network-roles.ts';
import { defineRule } from '../../model/rule.ts';
import type { Setting } from '../../model/scheduling-roles.ts';
import { valueText } from '../../model/value-text.ts';
import { type ValuesPath, valueAt } from '../../model/values-path.ts';
import { NGINX_PREFIX } from '../nginx-annotations.ts';
import { editedPath, isUserWritten, isWritten } from '../written.ts';

export const rule = defineRule({
  id: 'ingress-tls-missing',
  severity: 'warning',
  recommended: true,
  about: 'rendered',
  docs: {
    summary: 'An Ingress has no TLS although annotations or the environment call for it.',
    why: 'Without a tls section cert-manager orders no certificate, ssl-redirect does nothing and force-ssl-redirect sends browsers to a certificate that is not for the host. In production, passwords and tokens cross the network in clear text.',
    source:
      'cert-manager documentation, Annotated Ingress resource; ingress-nginx documentation, TLS/HTTPS; production checklists of HotSwap and OSSA.',
  },
  examples: {
    bad: [
      { values: 'ingress:\n  enabled: true\n  tls: []\n', chart: 'hotswap' },
      {
        values:
          'ingress:\n  enabled: true\n  annotations:\n    cert-manager.io/cluster-issuer: letsencrypt\n  hosts:\n    - host: a.corp.net\n  tls: []\n',
      },
    ],
    good: [
      { values: 'ingress:\n  enabled: true\n  hosts:\n    - host: a.corp.net\n  tls: []\n' },
      {
        values: 'ingress:\n  enabled: true\n  hosts:\n    - host: a.corp.net\n  tls: true\n',
        environment: 'production',
      },
    ],
  },
  *check(release) {
    for (const ingress of release.roles.ingresses) {
      if (!ingress.enabled || ingress.tls.covers !== 'none' || ingress.hosts.length === 0) continue;
      // Whoever writes an empty list wants no TLS; the annotations that a chart brings along do not speak against that.
      const isChosen = isUserWritten(release, ingress.tls.path);
      const wish = wishFor(
        ingress,
        (key, path) => !isChosen || FORCED.has(key) || isUserWritten(release, path),
      );
      const isProduction = release.roles.environment === 'production';
      if (wish === undefined && !isProduction) continue;
      const { path } = ingress.tls;
      const at =
        isWritten(release, path) || wish === undefined
          ? path
          : editedPath(release, [wish.setting.path, path]);
      const because =
        wish === undefined
          ? 'In production passwords and tokens cross the network in clear text'
          : `${formatPath(wish.setting.path)} is ${valueText(wish.setting.value)}, ${wish.effect}`;
      const isOff = valueAt(release.values.data, path) === false;
      const mend = isOff ? `Set ${formatPath(path)} to true` : 'Add a tls entry with the hosts and a Secret';
      yield {
        at,
        problem: `The Ingress has no TLS (${formatPath(path)} is ${isOff ? 'false' : 'empty'})`,
        why: `${because}.`,
        help: `${mend}${wish === undefined ? '' : ', or set the annotation to null'}.`,
        related:
          wish === undefined || at === wish.setting.path
            ? []
            : [{ at: wish.setting.path, message: 'this asks for TLS' }],
      };
    }
  },
});

interface Wish {
  readonly setting: Setting<JsonValue>;
  readonly effect: string;
}

/** Annotations that ask for TLS, the most telling first, and what they do without. */
const WISHES: readonly { readonly key: string; readonly value?: string; readonly effect: string }[] = [
  { key: 'cert-manager.io/cluster-issuer', effect: 'but without tls no certificate is ordered' },
  { key: 'cert-manager.io/issuer', effect: 'but without tls no certificate is ordered' },
  {
    key: `${NGINX_PREFIX}force-ssl-redirect`,
    value: 'true',
    effect: 'which sends browsers to a certificate that is not for the host',
  },
  { key: `${NGINX_PREFIX}ssl-redirect`, value: 'true', effect: 'but without tls nothing is redirected' },
];

/** Acts whether or not there is a certificate. */
const FORCED = new Set([`${NGINX_PREFIX}force-ssl-redirect`]);

function wishFor(
  { annotations }: IngressRole,
  counts: (key: string, path: ValuesPath) => boolean,
): Wish | undefined {
  for (const { key, value, effect } of WISHES) {
    const setting = annotations.find(
      ({ path, value: given }) =>
        path.at(-1) === key &&
        (value === undefined ? typeof given === 'string' && given !== '' : String(given) === value),
    );
    if (setting !== undefined && counts(key, setting.path)) return { setting, effect };
  }
  return undefined;
}
