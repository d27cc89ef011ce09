import { isProvided } from '../../model/is-provided.ts';
import { defineRule } from '../../model/rule.ts';
import { valueAt } from '../../model/values-path.ts';
import { isEmptySetting } from '../is-empty.ts';

const MCP = ['services', 'web', 'mcpAllowedHosts'];
const HOST = ['ingress', 'hosts', 'gateway', 'host'];

export const rule = defineRule({
  id: 'zymtrace/mcp-needs-ingress-host',
  chart: 'zymtrace',
  chartVersions: '>=26.8.2',
  severity: 'error',
  recommended: true,
  docs: {
    summary: '/mcp is to answer to the host of the Ingress, and there is none.',
    why: 'With services.web.mcpAllowedHosts "ingress" the chart takes ingress.hosts.gateway.host, and stops when it is empty.',
    source: 'configmap.yaml of the chart.',
  },
  examples: {
    bad: [{ chart: 'zymtrace@26.8.4', values: 'services:\n  web:\n    mcpAllowedHosts: ingress\n' }],
    good: [
      {
        chart: 'zymtrace@26.8.4',
        values:
          'services:\n  web:\n    mcpAllowedHosts: ingress\ningress:\n  hosts:\n    gateway:\n      host: zym.corp.net\n',
      },
      { chart: 'zymtrace@26.8.4', values: 'services:\n  web:\n    mcpAllowedHosts: [zym.corp.net]\n' },
    ],
  },
  *check(release) {
    const { data } = release.values;
    if (valueAt(data, MCP) !== 'ingress') return;
    if (!isEmptySetting(valueAt(data, HOST)) || isProvided(release.context, HOST)) return;
    yield {
      at: MCP,
      problem: 'services.web.mcpAllowedHosts is "ingress", and ingress.hosts.gateway.host is empty',
      why: 'The chart does not render without the host.',
      help: 'Set the host, or list the names that /mcp answers to.',
    };
  },
});
