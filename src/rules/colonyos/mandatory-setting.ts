import type { ColonyosValues } from '../../charts/colonyos-values.ts';
import { formatPath } from '../../model/format-path.ts';
import { isProvided } from '../../model/is-provided.ts';
import { defineRule } from '../../model/rule.ts';
import { chartValues } from '../chart-values.ts';
import { listWords } from '../list-words.ts';
import { isWritten } from '../written.ts';

const HOSTNAME = ['network', 'hostname'];
const SERVER_ID = ['colonies', 'serverid'];
const PRIVATE_KEY = ['colonies', 'serverPrivateKey'];
const PASSWORD = ['database', 'password'];
const REFUSED = 'Kubernetes refuses the Ingress for want of a host name';
/** What happens without the setting. */
const EFFECTS = new Map([
  [HOSTNAME, 'the Ingress has no host name'],
  [SERVER_ID, 'the server has no identity'],
  [PRIVATE_KEY, 'the monitor cannot log in at the server'],
  [PASSWORD, 'PostgreSQL refuses to start'],
]);

export const rule = defineRule({
  id: 'colonyos/mandatory-setting',
  chart: 'colonyos',
  severity: 'error',
  recommended: true,
  docs: {
    summary:
      'The host name, the identity of the server, its private key or the password of the database is not set.',
    why: 'The chart has empty defaults for what only the operator can know, and no template asks for it: Helm renders without a word. Then the Ingress has no name, which Kubernetes refuses beside a certificate, PostgreSQL refuses to start without a password, and the server and its monitor have no identity to work under. What a pipeline passes at deploy time belongs into `provided` in the configuration.',
    source:
      'Mandatory Settings in the ColonyOS chart README; the ConfigMaps and the Ingress of the chart, which print the values as they are.',
  },
  examples: {
    bad: [
      {
        chart: 'colonyos',
        values: 'network:\n  hostname: colonies.corp.net\ndatabase:\n  password: ""\n',
      },
      {
        chart: 'colonyos',
        values:
          'colonies:\n  serverPrivateKey: f718ba8c9d9b030b64ab381da5a483bdb600b951dd3c72cde7feaf6b384df95b\ndatabase:\n  password: brisk-Otter-41-lantern-Moss\n',
      },
    ],
    good: [
      {
        chart: 'colonyos',
        values:
          'network:\n  hostname: colonies.corp.net\ncolonies:\n  serverid: 9432f1feb17192b96f5b46d6e5291f373c971d9428f8559ef52044a7401f8941\n  serverPrivateKey: f718ba8c9d9b030b64ab381da5a483bdb600b951dd3c72cde7feaf6b384df95b\ndatabase:\n  password: brisk-Otter-41-lantern-Moss\n',
      },
      { values: 'database:\n  password: ""\n' },
    ],
  },
  *check(release) {
    const { network, colonies, database } = chartValues<ColonyosValues>(release);
    const settings = [
      ...(network?.ingress === true ? [{ path: HOSTNAME, value: network.hostname }] : []),
      { path: SERVER_ID, value: colonies?.serverid },
      { path: PRIVATE_KEY, value: colonies?.serverPrivateKey },
      { path: PASSWORD, value: database?.password },
    ];
    const missing = settings
      .filter(({ value }) => value === undefined || value === null || value === '')
      .map(({ path }) => path)
      .filter((path) => !isProvided(release.context, path));
    const at = missing.find((path) => isWritten(release, path)) ?? missing[0];
    if (at === undefined) return;
    const names = listWords(missing.map(formatPath));
    const [are, them] = missing.length === 1 ? ['is', 'it'] : ['are', 'them'];
    const hasCertificate = network?.ingressTls === true || colonies?.backends?.http?.tls === true;
    const effects = listWords(
      missing.flatMap((path) => (path === HOSTNAME && hasCertificate ? REFUSED : (EFFECTS.get(path) ?? []))),
    );
    yield {
      at,
      problem: `${names} ${are} empty`,
      why: `Helm renders the chart all the same, but ${effects}.`,
      help: `Set ${them}, or list ${them} under "provided" in the configuration if your pipeline passes ${them}.`,
      related: missing
        .filter((path) => path !== at)
        .map((path) => ({ at: path, message: `${formatPath(path)} is empty too` })),
    };
  },
});
