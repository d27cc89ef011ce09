import type { OssaValues } from '../../charts/ossa-values.ts';
import { defineRule } from '../../model/rule.ts';
import { valueText } from '../../model/value-text.ts';
import { chartValues } from '../chart-values.ts';
import { parseQuantity } from '../parse-quantity.ts';

const AT = ['hpa', 'customMetrics', 'requests', 'targetAverageValue'];

export const rule = defineRule({
  id: 'ossa/custom-metric-quantity',
  chart: 'ossa',
  severity: 'warning',
  recommended: true,
  docs: {
    summary: 'The autoscaler is to add pods at less than one request per second.',
    why: 'The target is a Kubernetes quantity, in which "m" stands for thousandths: "500m" is half a request per second for each pod, not 500. The slightest traffic then drives every service to its maximum.',
    source:
      'hpa.yaml of the chart; comment in its production overlay ("500 requests per second"); Kubernetes documentation, Quantity.',
  },
  examples: {
    bad: [
      {
        chart: 'ossa',
        values: 'hpa:\n  customMetrics:\n    enabled: true\n    requests:\n      targetAverageValue: 500m\n',
      },
      {
        chart: 'ossa',
        values: 'hpa:\n  customMetrics:\n    enabled: true\n    requests:\n      targetAverageValue: "0.2"\n',
      },
    ],
    good: [
      {
        chart: 'ossa',
        values: 'hpa:\n  customMetrics:\n    enabled: true\n    requests:\n      targetAverageValue: "500"\n',
      },
      {
        chart: 'ossa',
        values: 'hpa:\n  customMetrics:\n    requests:\n      targetAverageValue: 500m\n',
      },
    ],
  },
  *check(release) {
    const { hpa } = chartValues<OssaValues>(release);
    if (hpa?.enabled !== true || hpa.customMetrics?.enabled !== true) return;
    const target = hpa.customMetrics.requests?.targetAverageValue;
    const quantity = parseQuantity(target);
    if (quantity === undefined || quantity.amount <= 0 || quantity.amount >= 1) return;
    const whole = quantity.suffix === 'm' ? quantity.digits : undefined;
    yield {
      at: AT,
      problem: `hpa.customMetrics.requests.targetAverageValue is ${valueText(target)}, which is ${Number(quantity.amount.toPrecision(6))} requests per second for each pod`,
      why: 'The slightest traffic starts every pod that is allowed.',
      help: `${whole === undefined ? 'Write the requests per second that one pod can take.' : `Write "${whole}" if ${whole} per second are meant.`}`,
      ...(whole === undefined
        ? {}
        : {
            fix: {
              title: `Write "${whole}"`,
              safe: false,
              replace: [{ at: AT, text: JSON.stringify(whole) }],
            },
          }),
    };
  },
});
