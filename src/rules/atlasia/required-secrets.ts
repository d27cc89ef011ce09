import type { AtlasiaValues } from '../../charts/atlasia-values.ts';
import { formatPath } from '../../model/format-path.ts';
import { isProvided } from '../../model/is-provided.ts';
import { defineRule } from '../../model/rule.ts';
import { chartValues } from '../chart-values.ts';
import { isEmptySetting } from '../is-empty.ts';
import { listWords } from '../list-words.ts';
import { isWritten } from '../written.ts';

const REQUIRED = ['orchestratorToken', 'dbPassword', 'jwtSecret', 'encryptionKey', 'llmApiKey'] as const;

export const rule = defineRule({
  id: 'atlasia/required-secrets',
  chart: 'atlasia',
  severity: 'error',
  recommended: true,
  yieldsTo: ['schema/type'],
  docs: {
    summary: 'A secret that the chart requires is empty, and no existing Secret takes its place.',
    why: 'The Secret template calls `required` for five values, so Helm stops with "is required" before anything is installed. They rarely belong into a file: what the pipeline passes with --set goes into `provided` in the configuration, and secrets.existingSecret names a Secret that is there already.',
    source: 'secret.yaml of the chart; Create Secrets in the Atlasia README.',
  },
  examples: {
    bad: [
      { chart: 'atlasia', values: 'secrets:\n  orchestratorToken: ""\n' },
      {
        chart: 'atlasia',
        values:
          'secrets:\n  orchestratorToken: hK2vQ9xLr7TzWb41mNcEd8Yp\n  jwtSecret: pZ8cYq3vLw6nTx1rBk9mHs4dFj7gQe2u\n',
      },
    ],
    good: [
      {
        chart: 'atlasia',
        values:
          'secrets:\n  orchestratorToken: hK2vQ9xLr7TzWb41mNcEd8Yp\n  dbPassword: Vg5tRw8zQk3nXs7bJm2cHy9d\n  jwtSecret: pZ8cYq3vLw6nTx1rBk9mHs4dFj7gQe2u\n  encryptionKey: Wd4kRz9bXq2vMt7nJc5yLh8gPs3fTe6u\n  llmApiKey: Tq7nBz4wKx9cRv2mYd6hLs3gJp8f\n',
      },
      { chart: 'atlasia', values: 'secrets:\n  existingSecret: atlasia-app\n' },
    ],
  },
  *check(release) {
    const { secrets } = chartValues<AtlasiaValues>(release);
    const existing = ['secrets', 'existingSecret'];
    if (!isEmptySetting(secrets?.existingSecret) || isProvided(release.context, existing)) return;
    const missing = REQUIRED.filter((key) => isEmptySetting(secrets?.[key]))
      .map((key) => ['secrets', key])
      .filter((path) => !isProvided(release.context, path));
    const at = missing.find((path) => isWritten(release, path)) ?? missing[0];
    if (at === undefined) return;
    const names = listWords(missing.map(formatPath));
    const [are, them] = missing.length === 1 ? ['is', 'it'] : ['are', 'them'];
    yield {
      at,
      problem: `${names} ${are} empty`,
      why: `The chart requires ${them}, and Helm stops.`,
      help: `Name a Secret in secrets.existingSecret, or list ${them} under "provided" in the configuration if your pipeline passes ${them}.`,
      related: missing
        .filter((path) => path !== at)
        .map((path) => ({ at: path, message: `${formatPath(path)} is empty too` })),
    };
  },
});
