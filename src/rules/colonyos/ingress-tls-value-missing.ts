import type { ColonyosValues } from '../../charts/colonyos-values.ts';
import { isProvided } from '../../model/is-provided.ts';
import { isJsonObject } from '../../model/json-value.ts';
import { isAmong } from '../../model/layer.ts';
import { defineRule } from '../../model/rule.ts';
import { chartValues } from '../chart-values.ts';
import { setValue } from '../set-value.ts';
import { isUserWritten } from '../written.ts';

const INGRESS = ['network', 'ingress'];
const BACKENDS = ['colonies', 'backends'];
const TLS = [...BACKENDS, 'http', 'tls'];

export const rule = defineRule({
  id: 'colonyos/ingress-tls-value-missing',
  chart: 'colonyos',
  severity: 'error',
  recommended: true,
  docs: {
    summary: 'The Ingress is on and colonies.backends.http.tls, which its template reads, is not set.',
    why: 'The values.yaml of chart 0.0.4 lost colonies.backends, and its Ingress template still reads colonies.backends.http.tls: rendering stops with a nil pointer, even with the values of the README. true adds a certificate from the cert-manager issuer letsencrypt-prod, false serves plain HTTP. Charts from February 2026 on, which call themselves 0.0.4 as well, read network.ingressTls instead; where that is set nothing is reported.',
    source: 'colonies-ingress.yaml of chart 0.0.4; commit 5cd32ce of the chart, which replaced the value.',
  },
  examples: {
    bad: [
      {
        chart: 'colonyos@0.0.4',
        values: 'network:\n  hostname: colonies.corp.net\ncolonies:\n  replicas: 3\n',
      },
      {
        chart: 'colonyos@0.0.4',
        values: 'network:\n  hostname: colonies.corp.net\ncolonies:\n  backends: {}\n',
      },
    ],
    good: [
      {
        chart: 'colonyos@0.0.4',
        values:
          'network:\n  hostname: colonies.corp.net\ncolonies:\n  backends:\n    http:\n      tls: false\n',
      },
      { chart: 'colonyos@0.0.4', values: 'network:\n  hostname: colonies.corp.net\n  ingressTls: true\n' },
      { chart: 'colonyos@0.0.4', values: 'network:\n  ingress: false\n  exposeNodeport: true\n' },
    ],
  },
  *check(release) {
    const { network, colonies } = chartValues<ColonyosValues>(release);
    if (network?.ingress !== true || network.ingressTls !== undefined || !isJsonObject(colonies)) return;
    const { backends } = colonies;
    if (backends !== undefined && (!isJsonObject(backends) || backends.http !== undefined)) return;
    if (isProvided(release.context, TLS)) return;
    const half = backends !== undefined;
    // Where a file turns the Ingress on, rendering stops there.
    const isTurnedOn =
      isUserWritten(release, INGRESS) ||
      release.values.layersSetting(INGRESS).some((layer) => isAmong(layer, release.files));
    yield {
      at: isTurnedOn ? INGRESS : BACKENDS,
      part: half && !isTurnedOn ? 'key' : 'value',
      problem: 'colonies.backends.http.tls is not set',
      why: 'The template of the Ingress reads it while network.ingress is true, and rendering stops with a nil pointer.',
      help: 'Set it to true (certificate by cert-manager) or false, or network.ingressTls with a chart from February 2026 on.',
      related: isTurnedOn ? [] : [{ at: INGRESS, message: 'the Ingress is on' }],
      fix: {
        title: 'Have cert-manager issue the certificate',
        safe: false,
        ...setValue(release, TLS, 'true'),
      },
    };
  },
});
