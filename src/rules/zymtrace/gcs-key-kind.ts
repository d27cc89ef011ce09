import { defineRule } from '../../model/rule.ts';
import { valueAt } from '../../model/values-path.ts';

const AT = ['storage', 'use_existing', 'gcs', 'accessKey'];
const TYPE = ['storage', 'use_existing', 'type'];
const ENDPOINT = ['storage', 'use_existing', 'gcs', 'endpoint'];

export const rule = defineRule({
  id: 'zymtrace/gcs-key-kind',
  chart: 'zymtrace',
  severity: 'warning',
  recommended: true,
  docs: {
    summary: 'The access key for Google Cloud Storage is none of its HMAC keys.',
    why: 'zymtrace speaks the S3 protocol to Google, which takes HMAC keys only: their access ids begin with GOOG. A key of AWS, or the address of a service account, is refused, and the job that checks the bucket fails after the installation.',
    source: 'Google Cloud Storage documentation, HMAC keys; storage parameters in the zymtrace chart README.',
  },
  examples: {
    bad: [
      {
        chart: 'zymtrace',
        values:
          'storage:\n  mode: use_existing\n  use_existing:\n    type: gcs\n    gcs:\n      accessKey: AKIAQ7DORMOUSE52XPLK\n      secretKey: q7-dormouse-52X\n',
      },
      {
        chart: 'zymtrace',
        values:
          'storage:\n  mode: use_existing\n  use_existing:\n    type: gcs\n    gcs:\n      accessKey: zym@acme-1.iam.gserviceaccount.com\n      secretKey: q7-dormouse-52X\n',
      },
    ],
    good: [
      {
        chart: 'zymtrace',
        values:
          'storage:\n  mode: use_existing\n  use_existing:\n    type: gcs\n    gcs:\n      accessKey: GOOG1EQ7DORMOUSE52XPLK\n      secretKey: q7-dormouse-52X\n',
      },
      {
        chart: 'zymtrace',
        values:
          'storage:\n  mode: use_existing\n  use_existing:\n    type: gcs\n    gcs:\n      endpoint: https://store.corp.net\n      accessKey: AKIAQ7DORMOUSE52XPLK\n      secretKey: q7-dormouse-52X\n',
      },
    ],
  },
  *check({ values: { data } }) {
    const key = valueAt(data, AT);
    if (valueAt(data, ['storage', 'mode']) !== 'use_existing' || valueAt(data, TYPE) !== 'gcs') return;
    if (typeof key !== 'string' || !/^A[KS]IA|@/.test(key)) return;
    const endpoint = valueAt(data, ENDPOINT);
    if (typeof endpoint === 'string' && endpoint !== '' && !endpoint.includes('googleapis.com')) return;
    yield {
      at: AT,
      problem: `storage.use_existing.gcs.accessKey is ${key.includes('@') ? 'an account' : 'a key of AWS'}, not an HMAC key of Google`,
      why: 'Google refuses every request.',
      help: 'Make an HMAC key for the service account, and write its access id, which begins with GOOG.',
      related: [{ at: TYPE, message: 'the storage is Google’s' }],
    };
  },
});
