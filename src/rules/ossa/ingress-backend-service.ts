import type { OssaValues } from '../../charts/ossa-values.ts';
import type { Fact } from '../../model/fact.ts';
import { defineRule } from '../../model/rule.ts';
import type { ValuesPath } from '../../model/values-path.ts';
import { chartValues } from '../chart-values.ts';
import { listWords } from '../list-words.ts';
import { OSSA_SERVICES } from '../ossa-services.ts';
import { isUserWritten } from '../written.ts';

const HOSTS = ['ingress', 'hosts'];
const METRICS_PORT = 9090;

export const rule = defineRule({
  id: 'ossa/ingress-backend-service',
  chart: 'ossa',
  severity: 'error',
  recommended: true,
  docs: {
    summary:
      'A path of the Ingress leads to a Service that does not exist, or to a port that it does not have.',
    why: 'The template puts the full name of the release in front of the name: "ossa-gateway" becomes "ossa-ossa-gateway". The default hosts do exactly that. The controller finds no Service and answers each request with 503.',
    source:
      'ingress.yaml, values.yaml and all-services.yaml of the chart; the production overlay writes the short names.',
  },
  examples: {
    bad: [
      {
        chart: 'ossa',
        values:
          'ingress:\n  hosts:\n    - host: ossa.corp.net\n      paths:\n        - path: /\n          backend:\n            service:\n              name: ossa-gateway\n              port: 3000\n',
      },
      {
        chart: 'ossa',
        values:
          'ingress:\n  hosts:\n    - host: ossa.corp.net\n      paths:\n        - path: /\n          backend:\n            service:\n              name: monitoring\n              port: 3000\n',
      },
    ],
    good: [
      {
        chart: 'ossa',
        values:
          'ingress:\n  hosts:\n    - host: ossa.corp.net\n      paths:\n        - path: /\n          backend:\n            service:\n              name: gateway\n              port: 3000\n',
      },
      { chart: 'ossa', values: 'ingress:\n  enabled: false\n' },
    ],
  },
  *check(release) {
    const values = chartValues<OssaValues>(release);
    const hosts = values.ingress?.hosts;
    if (values.ingress?.enabled !== true || !Array.isArray(hosts)) return;
    const wrong: { at: ValuesPath; name: string }[] = [];
    for (const [i, host] of hosts.entries()) {
      const paths = Array.isArray(host?.paths) ? host.paths : [];
      for (const [j, path] of paths.entries()) {
        const service = path?.backend?.service;
        if (typeof service?.name !== 'string') continue;
        const at = [...HOSTS, i, 'paths', j, 'backend', 'service'];
        const known = OSSA_SERVICES.find(({ name }) => name === service.name);
        if (known === undefined) wrong.push({ at: [...at, 'name'], name: service.name });
        else if (values.services?.[known.key]?.enabled === false) {
          yield {
            at: [...at, 'name'],
            problem: `The path leads to "${known.name}", but services.${known.key}.enabled is false`,
            why: 'The Service does not exist, and requests get 503.',
            help: 'Switch it on or remove the path.',
            related: [{ at: ['services', known.key, 'enabled'], message: 'switched off here' }],
          };
        } else if (typeof service.port === 'number' && !portsOf(known).includes(service.port)) {
          yield {
            at: [...at, 'port'],
            problem: `The port of "${known.name}" is ${known.port}, not ${service.port}`,
            why: 'Requests get 503.',
            help: `Write ${known.port}.`,
            fix: {
              title: `Write ${known.port}`,
              safe: false,
              replace: [{ at: [...at, 'port'], text: String(known.port) }],
            },
          };
        }
      }
    }
    if (isUserWritten(release, HOSTS)) yield* wrong.map(({ at, name }) => unknownService(at, name));
    else if (wrong[0] !== undefined) yield defaultHosts(wrong.map(({ name }) => name));
  },
});

function portsOf({ name, port }: { readonly name: string; readonly port: number }): number[] {
  return name === 'gateway' ? [port] : [port, METRICS_PORT];
}

function unknownService(at: ValuesPath, name: string): Fact {
  const short = name.replace(/^ossa-/, '');
  const plain = (text: string): string => text.replaceAll('-', '').toLowerCase();
  const meant = OSSA_SERVICES.find((service) => plain(service.name) === plain(short))?.name;
  return {
    at,
    problem: `The Ingress would lead to "<full name>-${name}"`,
    why: 'The chart itself puts the full name in front. No such Service exists, and requests get 503.',
    help: `Write ${
      meant ??
      listWords(
        OSSA_SERVICES.map((service) => service.name),
        'or',
        OSSA_SERVICES.length,
      )
    }.`,
    ...(meant === undefined
      ? {}
      : { fix: { title: `Write ${meant}`, safe: meant === short, replace: [{ at, text: meant }] } }),
  };
}

function defaultHosts(names: readonly string[]): Fact {
  return {
    at: HOSTS,
    problem: `The default hosts of the chart lead to Services that do not exist`,
    why: `The chart puts the full name in front of ${listWords(names.map((name) => `"${name}"`))} once more. No such Service exists, and requests get 503.`,
    help: 'Write ingress.hosts with your own host and the short names, such as gateway.',
  };
}
