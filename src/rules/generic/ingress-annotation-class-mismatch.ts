import { formatPath } from '../../model/format-path.ts';
import { defineRule } from '../../model/rule.ts';
import { listWords } from '../list-words.ts';
import { editedPath } from '../written.ts';

interface Controller {
  readonly title: string;
  readonly prefix: RegExp;
  /** Names of ingress classes that can only mean this controller. */
  readonly className: RegExp;
}

const CONTROLLERS: readonly Controller[] = [
  { title: 'ingress-nginx', prefix: /^nginx\.ingress\.kubernetes\.io\//, className: /nginx/i },
  { title: 'Traefik', prefix: /^traefik\.ingress\.kubernetes\.io\//, className: /traefik/i },
  {
    title: 'the AWS load balancer controller',
    prefix: /^alb\.ingress\.kubernetes\.io\//,
    className: /^(?:aws-)?alb/i,
  },
  { title: 'HAProxy', prefix: /^haproxy(?:-ingress\.github\.io|\.org)\//, className: /haproxy/i },
  { title: 'Kong', prefix: /^konghq\.com\//, className: /^kong/i },
];

export const rule = defineRule({
  id: 'ingress-annotation-class-mismatch',
  severity: 'warning',
  recommended: true,
  about: 'rendered',
  docs: {
    summary: 'Annotations of an Ingress are for another controller than its class.',
    why: 'Each controller reads the annotations with its own prefix and ignores the rest: redirects, body sizes and rate limits that the values ask for do not happen.',
    source:
      'Kubernetes documentation, Ingress, "Ingress class"; values.yaml of zymtrace (a set of annotations per controller).',
  },
  examples: {
    bad: [
      { values: 'ingress:\n  enabled: true\n  className: traefik\n', chart: 'hotswap' },
      {
        values:
          'ingress:\n  enabled: true\n  hosts:\n    ui:\n      host: z.corp.net\n      annotations:\n        alb.ingress.kubernetes.io/target-type: ip\n',
        chart: 'zymtrace',
      },
    ],
    good: [
      { values: 'ingress:\n  enabled: true\n  className: nginx-internal\n', chart: 'hotswap' },
      {
        values:
          'ingress:\n  enabled: true\n  className: internal\n  annotations:\n    nginx.ingress.kubernetes.io/proxy-body-size: 8m\n',
      },
    ],
  },
  *check(release) {
    for (const { enabled, className, annotations } of release.roles.ingresses) {
      if (!enabled || className === undefined) continue;
      const own = CONTROLLERS.find((controller) => controller.className.test(className.value));
      // A class may have any name; only one that says which controller it is tells something.
      if (own === undefined) continue;
      for (const other of CONTROLLERS) {
        if (other === own) continue;
        const foreign = annotations.filter(
          ({ path, value }) => value !== null && other.prefix.test(String(path.at(-1))),
        );
        const [first] = foreign;
        if (first === undefined) continue;
        const keys = listWords(foreign.map(({ path }) => String(path.at(-1)).replace(other.prefix, '')));
        const at = editedPath(release, [className.path, first.path]);
        yield {
          at,
          part: at === className.path ? 'value' : 'key',
          problem: `${foreign.length === 1 ? `The annotation ${keys} is` : `The annotations ${keys} are`} for ${other.title}`,
          why: `${formatPath(className.path)} is "${className.value}": ${own.title} ignores ${foreign.length === 1 ? 'it' : 'them'}.`,
          help: `Write what ${own.title} has instead, and set ${foreign.length === 1 ? 'this one' : 'these'} to null.`,
          related: foreign
            .filter(({ path }) => path !== at)
            .map(({ path }) => ({ at: path, part: 'key' as const, message: `for ${other.title}` })),
        };
      }
    }
  },
});
