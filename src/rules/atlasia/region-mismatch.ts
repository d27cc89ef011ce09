import type { AtlasiaValues } from '../../charts/atlasia-values.ts';
import { defineRule } from '../../model/rule.ts';
import { chartValues } from '../chart-values.ts';

const GLOBAL = ['global', 'region'];
const CONFIG = ['config', 'region'];

export const rule = defineRule({
  id: 'atlasia/region-mismatch',
  chart: 'atlasia',
  severity: 'warning',
  recommended: true,
  docs: {
    summary: 'global.region is set to something else than config.region, and only config.region is read.',
    why: 'No template reads global.region. The orchestrator takes its region from config.region, so it goes on reporting the old one.',
    source: 'configmap.yaml of the chart; static reading of every `.Values` reference.',
  },
  examples: {
    bad: [
      { chart: 'atlasia', values: 'global:\n  region: eu-central-1\n' },
      { chart: 'atlasia', values: 'global:\n  region: eu-central-1\nconfig:\n  region: eu-west-1\n' },
    ],
    good: [
      { chart: 'atlasia', values: 'global:\n  region: eu-central-1\nconfig:\n  region: eu-central-1\n' },
      { chart: 'atlasia', values: 'config:\n  region: eu-central-1\n' },
    ],
  },
  *check(release) {
    const { global, config } = chartValues<AtlasiaValues>(release);
    const wanted = global?.region;
    if (typeof wanted !== 'string' || !release.values.changedByUser(GLOBAL) || wanted === config?.region)
      return;
    yield {
      at: GLOBAL,
      problem: `global.region is "${wanted}", which nothing reads`,
      why: `The orchestrator works with config.region, "${config?.region ?? ''}".`,
      help: 'Set config.region.',
      related: [{ at: CONFIG, message: `config.region is "${config?.region ?? ''}"` }],
    };
  },
});
