import type { ZymtraceValues } from '../../charts/zymtrace-values.ts';
import { defineRule } from '../../model/rule.ts';
import { chartValues } from '../chart-values.ts';
import { isUserWritten } from '../written.ts';

const DAYS = ['global', 'dataRetentionDays'];

export const rule = defineRule({
  id: 'zymtrace/retention-zero',
  chart: 'zymtrace',
  severity: 'info',
  recommended: true,
  docs: {
    summary: 'Profiles are kept for ever.',
    why: '0 does not mean that nothing is kept but that nothing is deleted. ClickHouse grows until its volume is full, and then takes no more profiles.',
    source: 'Comment on the value in values.yaml of the zymtrace chart (0 = forever).',
  },
  examples: {
    bad: [
      { chart: 'zymtrace', values: 'global:\n  dataRetentionDays: 0\n' },
      {
        chart: 'zymtrace',
        values: 'global:\n  dataRetentionDays: 0\nclickhouse:\n  mode: use_existing\n',
      },
    ],
    good: [
      { chart: 'zymtrace', values: 'global:\n  dataRetentionDays: 90\n' },
      { chart: 'zymtrace', values: 'global:\n  namePrefix: zym\n' },
    ],
  },
  *check(release) {
    const { global, clickhouse } = chartValues<ZymtraceValues>(release);
    if (global?.dataRetentionDays !== 0 || !isUserWritten(release, DAYS)) return;
    const { type, size } = clickhouse?.create?.storage ?? {};
    const volume =
      clickhouse?.mode !== 'create' || type === 'empty_dir'
        ? 'ClickHouse grows without end'
        : `ClickHouse grows until its volume of "${size}" is full and takes no more`;
    yield {
      at: DAYS,
      problem: 'global.dataRetentionDays is 0, which keeps all profiles for ever',
      why: `${volume}.`,
      help: 'Set the number of days that you need, such as 30.',
    };
  },
});
