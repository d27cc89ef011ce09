import { isProvided } from '../../model/is-provided.ts';
import { defineRule } from '../../model/rule.ts';
import { valueAt } from '../../model/values-path.ts';
import { isEmptySetting } from '../is-empty.ts';

const MODE = ['postgres', 'mode'];
const IAM = ['postgres', 'use_existing', 'useIAM'];
const REGION = ['postgres', 'use_existing', 'awsIamRegion'];

export const rule = defineRule({
  id: 'zymtrace/iam-region',
  chart: 'zymtrace',
  chartVersions: '>=25.10.1',
  severity: 'warning',
  recommended: true,
  docs: {
    summary: 'PostgreSQL is entered with AWS IAM, and no region is set.',
    why: 'Tokens of AWS IAM are signed for a region. The chart hands the services one only when postgres.use_existing.awsIamRegion is set.',
    source: 'postgres-secret.yaml of the chart; Amazon RDS, IAM database authentication.',
  },
  examples: {
    bad: [
      {
        chart: 'zymtrace@26.8.4',
        values:
          'postgres:\n  mode: use_existing\n  use_existing:\n    host: pg.corp.net:5432\n    user: zym\n    useIAM: aws\n',
      },
    ],
    good: [
      {
        chart: 'zymtrace@26.8.4',
        values:
          'postgres:\n  mode: use_existing\n  use_existing:\n    host: pg.corp.net:5432\n    user: zym\n    useIAM: aws\n    awsIamRegion: eu-north-1\n',
      },
    ],
  },
  *check(release) {
    const { data } = release.values;
    if (valueAt(data, MODE) !== 'use_existing' || valueAt(data, IAM) !== 'aws') return;
    if (!isEmptySetting(valueAt(data, REGION)) || isProvided(release.context, REGION)) return;
    yield {
      at: IAM,
      problem: 'postgres.use_existing.useIAM is "aws", and awsIamRegion is empty',
      why: 'The token for the database is signed for a region, and the services are told none.',
      help: 'Set postgres.use_existing.awsIamRegion to the region of the database.',
    };
  },
});
