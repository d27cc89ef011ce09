import type { ZymtraceValues } from '../../charts/zymtrace-values.ts';
import { isProvided } from '../../model/is-provided.ts';
import { defineRule } from '../../model/rule.ts';
import { chartValues } from '../chart-values.ts';
import { listWords } from '../list-words.ts';

const S3 = ['storage', 'use_existing', 's3'];
const SYMBOLS = ['globalSymbolization', 'config'];

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
          'globalSymbolization:\n  enabled: true\n  config:\n    bucketName: acme-symbols\n    accessKey: AKIA4EXAMPLE7781\n',
      },
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
        values: 'globalSymbolization:\n  enabled: true\n  config:\n    bucketName: acme-symbols\n',
      },
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
    const { storage, globalSymbolization } = chartValues<ZymtraceValues>(release);
    const stores: Store[] = [];
    if (storage?.mode === 'use_existing' && storage.use_existing?.type === 's3')
      stores.push({ at: S3, values: storage.use_existing.s3 });
    if (globalSymbolization?.enabled === true)
      stores.push({ at: SYMBOLS, values: globalSymbolization.config });
    for (const { at, values } of stores) {
      // From 25.10 on the services can log in by IAM, from 26.4.3 on with keys from a Secret.
      if (isWritten(values?.useIAM)) continue;
      const isSet = (key: string): boolean =>
        isWritten(values?.[key]) ||
        isWritten(values?.[`${key}SecretName`]) ||
        isProvided(release.context, [...at, key]);
      const pair = ['accessKey', 'secretKey'];
      const missing = pair.filter((key) => !isSet(key));
      const present = [...pair, 'sessionToken'].find(isSet);
      if (missing.length === 0 || present === undefined) continue;
      const names = listWords(missing.map((key) => [...at, key].join('.')));
      const [is, it] = missing.length === 1 ? ['is', 'it'] : ['are', 'them'];
      yield {
        at: [...at, present],
        problem: `${names} ${is} empty`,
        why: `${[...at, present].join('.')} is set: AWS refuses every request.`,
        help: `Set ${it} as well, or leave all credentials empty to use the role of the nodes.`,
        related: missing.map((key) => ({ at: [...at, key], message: `${key} is empty` })),
      };
    }
  },
});

/** Where credentials of a bucket stand. */
interface Store {
  readonly at: readonly string[];
  readonly values: Readonly<Record<string, unknown>> | undefined;
}

function isWritten(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}
