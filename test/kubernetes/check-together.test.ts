import { expect, it } from 'vitest';
import { checkTogether } from '../../src/kubernetes/check-together.ts';
import { customResources } from '../../src/kubernetes/schema/custom-resources.ts';
import { chooseMinor } from '../../src/kubernetes/types/choose-minor.ts';

const deployment = {
  kind: 'Deployment',
  spec: {
    template: {
      metadata: { labels: { app: 'shop', tier: 'web' } },
      spec: { containers: [{ name: 'shop', ports: [{ name: 'http', containerPort: 8080 }] }] },
    },
  },
};
const service = (targetPort: string | number, selector: Record<string, string> = { app: 'shop' }) => ({
  kind: 'Service',
  metadata: { name: 'shop' },
  spec: { selector, ports: [{ name: 'web', port: 80, targetPort }] },
});
const ingress = (port: Record<string, string | number>, name = 'shop') => ({
  kind: 'Ingress',
  metadata: { name: 'shop' },
  spec: {
    rules: [{ http: { paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name, port } } }] } }],
  },
});

it('finds a target port that no selected pod has', () => {
  expect(checkTogether([service('web'), deployment])).toEqual([
    {
      check: 'target-port-name',
      severity: 'warning',
      manifest: 0,
      at: ['spec', 'ports', 0, 'targetPort'],
      problem: 'targetPort "web" is no port of the pods that are selected',
      why: 'The port gets no endpoints, and nobody is answered.',
      help: 'Write "http".',
    },
  ]);
  const both = service('web');
  both.spec.ports.push({ name: 'more', port: 81, targetPort: 'http' });
  expect(checkTogether([both, deployment]).map(({ severity }) => severity)).toEqual(['info']);
  expect(checkTogether([service('http'), deployment])).toEqual([]);
  expect(checkTogether([service(9999), deployment])).toEqual([]);
  expect(checkTogether([service('web', { app: 'other' }), deployment])).toEqual([]);
});

it('finds a port that the Service behind an Ingress does not have', () => {
  expect(
    checkTogether([ingress({ number: 8080 }), service('http')]).map(
      ({ problem, help }) => `${problem}. ${help}`,
    ),
  ).toEqual(['Service "shop" has no port 8080. Write 80.']);
  expect(
    checkTogether([ingress({ name: 'http' }), service('http')]).map(
      ({ problem, help }) => `${problem}. ${help}`,
    ),
  ).toEqual(['Service "shop" has no port "http". Write web.']);
  expect(checkTogether([ingress({ number: 80 }), service('http')])).toEqual([]);
  expect(checkTogether([ingress({ name: 'web' }), service('http')])).toEqual([]);
  expect(checkTogether([ingress({ number: 8080 }, 'elsewhere'), service('http')])).toEqual([]);
});

it('survives manifests of any shape', () => {
  expect(
    checkTogether([null, 3, [], 'x', { kind: 'Service', spec: 3 }, { kind: 'Ingress', spec: { rules: {} } }]),
  ).toEqual([]);
});

it('reads the kinds of custom resource definitions', () => {
  const schema = { type: 'object' };
  const spec = {
    group: 'example.com',
    names: { kind: 'Shop' },
    versions: [
      { name: 'v1', served: true, schema: { openAPIV3Schema: schema } },
      { name: 'v1beta1', served: false },
    ],
  };
  expect(customResources([{ kind: 'CustomResourceDefinition', spec }, { kind: 'Pod' }, null])).toEqual([
    { apiVersion: 'example.com/v1', kind: 'Shop', served: true, schema },
    { apiVersion: 'example.com/v1beta1', kind: 'Shop', served: false },
  ]);
});

it('chooses a version of Kubernetes', () => {
  expect(chooseMinor('v1.33.4-eks-1')).toBe(33);
  expect(chooseMinor(undefined, (version) => Number(version.split('.')[1]) < 31)).toBe(30);
  expect(chooseMinor(undefined)).toBe(37);
  expect(chooseMinor(undefined, () => false)).toBe(37);
});
