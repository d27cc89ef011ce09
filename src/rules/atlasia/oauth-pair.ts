import type { AtlasiaValues } from '../../charts/atlasia-values.ts';
import { formatPath } from '../../model/format-path.ts';
import { isProvided } from '../../model/is-provided.ts';
import { defineRule } from '../../model/rule.ts';
import { valueAt } from '../../model/values-path.ts';
import { chartValues } from '../chart-values.ts';
import { isEmptySetting } from '../is-empty.ts';

const OAUTH = ['secrets', 'oauth2'];
const MAIL = ['secrets', 'mail'];
const PAIRS = [
  ...['github', 'google', 'gitlab'].map((name) => ({
    what: `the login with ${name}`,
    one: [...OAUTH, name, 'clientId'],
    two: [...OAUTH, name, 'clientSecret'],
  })),
  { what: 'sending mail', one: [...MAIL, 'username'], two: [...MAIL, 'password'] },
];

export const rule = defineRule({
  id: 'atlasia/oauth-pair',
  chart: 'atlasia',
  severity: 'warning',
  recommended: true,
  docs: {
    summary: 'Of a client id and its secret, or a mail user and its password, only one is set.',
    why: 'Each pair works only together: with half of it the login button or the mail server is configured and every attempt is refused.',
    source: 'values.yaml and secret.yaml of the chart.',
  },
  examples: {
    bad: [
      {
        chart: 'atlasia',
        values: 'secrets:\n  oauth2:\n    github:\n      clientId: Iv1.8a61f9b3a7aba766\n',
      },
      { chart: 'atlasia', values: 'secrets:\n  mail:\n    password: Vg5tRw8zQk3nXs7bJm2cHy9d\n' },
    ],
    good: [
      {
        chart: 'atlasia',
        values:
          'secrets:\n  oauth2:\n    github:\n      clientId: Iv1.8a61f9b3a7aba766\n      clientSecret: 4f8b2d6c1e9a7035\n',
      },
      { chart: 'atlasia', values: 'secrets:\n  mail:\n    username: ""\n    password: ""\n' },
    ],
  },
  *check(release) {
    if (!isEmptySetting(chartValues<AtlasiaValues>(release).secrets?.existingSecret)) return;
    for (const { what, one, two } of PAIRS) {
      const [first, second] = [one, two].map(
        (path) => !isEmptySetting(valueAt(release.values.data, path)) || isProvided(release.context, path),
      );
      if (first === second) continue;
      const [set, empty] = first ? [one, two] : [two, one];
      yield {
        at: set,
        problem: `${formatPath(set)} is set and ${formatPath(empty)} is empty`,
        why: `Without both ${what} is refused.`,
        help: 'Set both or none.',
        related: [{ at: empty, message: `${formatPath(empty)} is empty` }],
      };
    }
  },
});
