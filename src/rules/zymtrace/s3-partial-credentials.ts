import type { ZymtraceValues } from '../../charts/zymtrace-values.ts';
import { isProvided } from '../../model/is-provided.ts';
import { defineRule } from '../../model/rule.ts';
import { chartValues } from '../chart-values.ts';
import { listWords } from '../list-words.ts';

const S3 = ['storage', 'use_existing', 's3'];

export const rule = defineRule({
  id: 'zymtrace/s3-partial-credentials',
  chart: 'zymtrace',
  severity: 'warning',
  recommended: true,
  docs: {
    summary: 'Only a part of the credentials for S3 is set.',
    why: 'An access key works with its secret key only, and a session token with both of them: AWS refuses every request, and the job that checks the bucket fails after the installation. Leave all of them empty to use the role of the nodes.',
    source: 'AWS documentation, "Authenticating Requests"; storage parameters in the zymtrace chart README.',
  },
  examples: {
    bad: [
      {
        chart: 'zymtrace',
        values:
          'storage:\n  mode: use_existing\n  use_existing:\n    type: s3\n    s3:\n      region: eu-west-1\n      accessKey: AKIA4EXAMPLE7781\n',
      },
      {
        chart: 'zymtrace',
        values:
          'storage:\n  mode: use_existing\n  use_existing:\n    type: s3\n    s3:\n      region: eu-west-1\n      sessionToken: FwoGZXIvYXdzEBYaD\n',
      },
    ],
    good: [
      {
        chart: 'zymtrace',
        values:
          'storage:\n  mode: use_existing\n  use_existing:\n    type: s3\n    s3:\n      region: eu-west-1\n      accessKey: AKIA4EXAMPLE7781\n      secretKey: brisk-Otter-41-lantern-Moss\n',
      },
      {
        chart: 'zymtrace',
        values:
          'storage:\n  mode: use_existing\n  use_existing:\n    type: s3\n    s3:\n      region: eu-west-1\n',
      },
      {
        chart: 'zymtrace',
        values: 'storage:\n  use_existing:\n    s3:\n      accessKey: AKIA4EXAMPLE7781\n',
      },
    ],
  },
  *check(release) {
    const { storage } = chartValues<ZymtraceValues>(release);
    if (storage?.mode !== 'use_existing' || storage.use_existing?.type !== 's3') return;
    const { s3 } = storage.use_existing;
    // From 25.10 on the services can log in by IAM, from 26.4.3 on with keys from a Secret.
    if (isWritten(s3?.useIAM)) return;
    const isSet = (key: 'accessKey' | 'secretKey' | 'sessionToken'): boolean =>
      isWritten(s3?.[key]) ||
      (key !== 'sessionToken' && isWritten(s3?.[`${key}SecretName`])) ||
      isProvided(release.context, [...S3, key]);
    const pair = ['accessKey', 'secretKey'] as const;
    const missing = pair.filter((key) => !isSet(key));
    const present = [...pair, 'sessionToken' as const].find(isSet);
    if (missing.length === 0 || present === undefined) return;
    const names = listWords(missing.map((key) => [...S3, key].join('.')));
    const [is, it] = missing.length === 1 ? ['is', 'it'] : ['are', 'them'];
    yield {
      at: [...S3, present],
      problem: `${names} ${is} empty`,
      why: `${[...S3, present].join('.')} is set: AWS refuses every request.`,
      help: `Set ${it} as well, or leave all credentials empty to use the role of the nodes.`,
      related: missing.map((key) => ({ at: [...S3, key], message: `${key} is empty` })),
    };
  },
});

function isWritten(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}
