import type { ColonyosValues } from '../../charts/colonyos-values.ts';
import { formatPath } from '../../model/format-path.ts';
import { isProvided } from '../../model/is-provided.ts';
import { defineRule } from '../../model/rule.ts';
import { chartValues } from '../chart-values.ts';
import { listWords } from '../list-words.ts';
import { isWritten } from '../written.ts';

export const rule = defineRule({
  id: 'colonyos/mandatory-setting',
  chart: 'colonyos',
  severity: 'error',
  recommended: true,
  yieldsTo: ['schema/type'],
  docs: {
    summary: 'The identity of the server, its private key or the password of the database is not set.',
    why: 'The chart has empty defaults for what only the operator can know, and no template asks for it: Helm installs without a word. Then PostgreSQL refuses to start without a password, and the server and its monitor have no identity to work under. The host name, mandatory while the Ingress is on, is the business of ingress-host-empty. What a pipeline passes at deploy time belongs into `provided` in the configuration.',
    source:
      'Mandatory Settings in the ColonyOS chart README; colonies-configmap.yaml, colonies-monitor-configmap.yaml and postgres-configmap.yaml, which print the values as they are.',
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
          'colonies:\n  serverid: 9432f1feb17192b96f5b46d6e5291f373c971d9428f8559ef52044a7401f8941\n  serverPrivateKey: f718ba8c9d9b030b64ab381da5a483bdb600b951dd3c72cde7feaf6b384df95b\ndatabase:\n  password: brisk-Otter-41-lantern-Moss\n',
      },
      { values: 'database:\n  password: ""\n' },
    ],
  },
  *check(release) {
    const { colonies, database } = chartValues<ColonyosValues>(release);
    const settings = [
      { path: ['colonies', 'serverid'], value: colonies?.serverid },
      { path: ['colonies', 'serverPrivateKey'], value: colonies?.serverPrivateKey },
      { path: ['database', 'password'], value: database?.password },
    ];
    const missing = settings
      .filter(({ value }) => value === undefined || value === null || value === '')
      .map(({ path }) => path)
      .filter((path) => !isProvided(release.context, path));
    const at = missing.find((path) => isWritten(release, path)) ?? missing[0];
    if (at === undefined) return;
    const one = missing.length === 1;
    yield {
      at,
      message: `${listWords(missing.map(formatPath))} ${one ? 'is' : 'are'} empty; the chart installs all the same, and ${consequence(missing)}. Set ${one ? 'it' : 'them'}, or list ${one ? 'it' : 'them'} under "provided" in the configuration if your pipeline does.`,
      related: missing
        .filter((path) => path !== at)
        .map((path) => ({ at: path, message: `${formatPath(path)} is empty too` })),
    };
  },
});

function consequence(missing: readonly (readonly string[])[]): string {
  const isMissing = (key: string): boolean => missing.some((path) => path.at(-1) === key);
  const parts = [
    ...(isMissing('serverid') ? ['the server has no identity'] : []),
    ...(isMissing('serverPrivateKey') ? ['the monitor cannot log in at the server'] : []),
    ...(isMissing('password') ? ['PostgreSQL refuses to start without a password'] : []),
  ];
  return listWords(parts);
}
