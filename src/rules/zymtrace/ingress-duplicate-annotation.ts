import type { ZymtraceValues } from '../../charts/zymtrace-values.ts';
import type { Fact } from '../../model/fact.ts';
import { isJsonObject, type JsonObject } from '../../model/json-value.ts';
import { defineRule } from '../../model/rule.ts';
import { valueText } from '../../model/value-text.ts';
import { objectAt, type ValuesPath } from '../../model/values-path.ts';
import { chartValues } from '../chart-values.ts';
import { NGINX_PREFIX } from '../nginx-annotations.ts';
import { zymtraceEntrance } from '../zymtrace-entrance.ts';

const COMMON = ['ingress', 'annotations'];
/** What the template writes when the class is nginx. */
const FROM_CHART: ReadonlyMap<string, string> = new Map([
  [`${NGINX_PREFIX}backend-protocol`, 'GRPC'],
  [`${NGINX_PREFIX}http2-enable`, 'true'],
]);

export const rule = defineRule({
  id: 'zymtrace/ingress-duplicate-annotation',
  chart: 'zymtrace',
  severity: 'warning',
  recommended: true,
  docs: {
    summary: 'An annotation ends up twice in the Ingress.',
    why: 'The template prints its own annotations for nginx, then `ingress.annotations`, then those of the host, one below the other. A key that is in two of them is in the manifest twice: Helm takes the last one, while kustomize, Flux and other tools that read the manifest refuse it. The comments in the values file of the chart advise to add the two that it already prints.',
    source: 'Ingress template of the zymtrace chart, against the comments in its values.yaml.',
  },
  examples: {
    bad: [
      {
        chart: 'zymtrace',
        values:
          'ingress:\n  enabled: true\n  className: nginx\n  annotations:\n    nginx.ingress.kubernetes.io/backend-protocol: "GRPC"\n',
      },
      {
        chart: 'zymtrace',
        values:
          'ingress:\n  enabled: true\n  className: traefik\n  annotations:\n    cert-manager.io/cluster-issuer: a\n  hosts:\n    ui:\n      host: zym.corp.net\n      annotations:\n        cert-manager.io/cluster-issuer: b\n',
      },
    ],
    good: [
      {
        chart: 'zymtrace',
        values:
          'ingress:\n  enabled: true\n  className: nginx\n  annotations:\n    nginx.ingress.kubernetes.io/proxy-body-size: "0"\n',
      },
      {
        chart: 'zymtrace',
        values:
          'ingress:\n  enabled: true\n  className: nginx-internal\n  annotations:\n    nginx.ingress.kubernetes.io/backend-protocol: "GRPC"\n',
      },
      {
        chart: 'zymtrace',
        values:
          'ingress:\n  className: nginx\n  annotations:\n    nginx.ingress.kubernetes.io/backend-protocol: "GRPC"\n',
      },
    ],
  },
  *check(release) {
    const { ingress } = chartValues<ZymtraceValues>(release);
    const { host, hasIngress } = zymtraceEntrance(release);
    if (!hasIngress) return;
    const ofHost = [...host, 'annotations'];
    const common = objectAt(release.values.data, COMMON) ?? {};
    const annotations = objectAt(release.values.data, ofHost) ?? {};
    if (ingress?.className === 'nginx') {
      yield* alsoFromChart(COMMON, common);
      yield* alsoFromChart(ofHost, annotations);
    }
    for (const [key, value] of Object.entries(annotations)) {
      if (!Object.hasOwn(common, key) || isJsonObject(value)) continue;
      if (ingress?.className === 'nginx' && FROM_CHART.has(key)) continue;
      const same = common[key] === value;
      yield {
        at: [...ofHost, key],
        part: 'key',
        problem: `The annotation "${key}" is in ingress.annotations as well`,
        why: 'The Ingress has it twice: Helm takes this one, while kustomize and Flux refuse the manifest.',
        help: 'Keep it in one place.',
        related: [{ at: [...COMMON, key], part: 'key', message: 'the other one' }],
        ...(same ? { fix: removal([...ofHost, key]) } : {}),
      };
    }
  },
});

function* alsoFromChart(path: ValuesPath, annotations: JsonObject): Iterable<Fact> {
  for (const [key, written] of FROM_CHART) {
    if (!Object.hasOwn(annotations, key)) continue;
    const same = String(annotations[key]) === written;
    yield {
      at: [...path, key],
      part: 'key',
      ...(same
        ? {
            problem: `The chart writes the annotation "${key}" itself`,
            why: 'It does so while ingress.className is "nginx". The Ingress has it twice, and kustomize and Flux refuse the manifest.',
            help: 'Remove it.',
          }
        : {
            problem: `The annotation "${key}" is ${valueText(annotations[key])}, but the chart writes it too`,
            why: `The chart writes "${written}" while ingress.className is "nginx". Helm takes this one, while kustomize and Flux refuse a manifest with the key twice.`,
            help: `Remove it if "${written}" will do, or give the Ingress another class name.`,
          }),
      ...(same ? { fix: removal([...path, key]) } : {}),
    };
  }
}

function removal(path: ValuesPath): NonNullable<Fact['fix']> {
  return { title: 'Remove the annotation', safe: true, remove: [path] };
}
