import { ipVersion } from '../grammar/address.ts';
import { dnsSubdomain, wildcardDomain } from '../grammar/names.ts';
import type { ManifestCheck } from '../manifest-check.ts';
import { fieldOf, listIn, mapIn, textIn } from '../manifest-node.ts';
import { refuse } from '../refuse.ts';
import { showText } from '../structure/show-value.ts';

const NETWORKING = 'pkg/apis/networking/validation/validation.go';
const BAD_IN_PATH = ['//', '/./', '/../', '%2f', '%2F'];

export const checks: readonly ManifestCheck[] = [
  {
    id: 'ingress-class-twice',
    on: ['networking/v1.Ingress'],
    source: `ValidateIngressCreate in ${NETWORKING}`,
    *check(node) {
      const key = 'kubernetes.io/ingress.class';
      const annotation = textIn(mapIn(mapIn(node.value, 'metadata'), 'annotations'), key);
      const className = fieldOf(mapIn(node.value, 'spec'), 'ingressClassName');
      if (annotation === undefined || typeof className !== 'string' || annotation === className) return;
      yield refuse(
        node,
        ['spec', 'ingressClassName'],
        `ingressClassName is ${showText(className)}, and the annotation ${key} ${showText(annotation)}`,
        'Remove the annotation; ingressClassName took its place.',
        { related: [{ at: [...node.path, 'metadata', 'annotations', key], problem: 'the annotation' }] },
      );
    },
  },
  {
    id: 'ingress-empty',
    on: ['networking/v1.IngressSpec'],
    source: `ValidateIngressSpec in ${NETWORKING}`,
    *check(node) {
      if (listIn(node.value, 'rules').length > 0 || fieldOf(node.value, 'defaultBackend') !== undefined)
        return;
      yield refuse(node, [], 'the Ingress has neither "rules" nor a "defaultBackend"', 'Add a rule.');
    },
  },
  {
    id: 'ingress-host',
    on: ['networking/v1.IngressRule'],
    source: `validateIngressRules in ${NETWORKING}`,
    *check(node) {
      const host = textIn(node.value, 'host');
      if (host === undefined) return;
      const problem = ipVersion(host) === undefined ? wildcardDomain(host) : 'is an address, not a name';
      if (problem === undefined) return;
      const isUrl = /^https?:\/\//.test(host);
      yield refuse(
        node,
        'host',
        `host ${showText(host)} ${isUrl ? 'is a URL, not a host name' : problem}`,
        isUrl || host.includes(':') || host.includes('/')
          ? 'Write only the host name, without scheme, port and path.'
          : 'Write a host name such as shop.example.com.',
      );
    },
  },
  {
    id: 'ingress-path',
    on: ['networking/v1.HTTPIngressPath'],
    source: `validateHTTPIngressPath in ${NETWORKING}`,
    *check(node) {
      const type = textIn(node.value, 'pathType');
      const path = fieldOf(node.value, 'path');
      if (type === undefined || (path !== undefined && typeof path !== 'string')) return;
      const text = path ?? '';
      if (type === 'ImplementationSpecific' && text === '') return;
      if (!text.startsWith('/')) {
        yield refuse(
          node,
          path === undefined ? [] : 'path',
          text === '' ? `pathType ${type} needs a "path"` : `path ${showText(text)} does not begin with "/"`,
          'Write a path that begins with "/".',
        );
        return;
      }
      if (type === 'ImplementationSpecific') return;
      const bad =
        BAD_IN_PATH.find((part) => text.includes(part)) ?? ['/..', '/.'].find((end) => text.endsWith(end));
      if (bad !== undefined)
        yield refuse(
          node,
          'path',
          `path ${showText(text)} holds "${bad}", which ${type} cannot have`,
          'Write the plain path.',
        );
    },
  },
  {
    id: 'ingress-path-pattern',
    on: ['networking/v1.HTTPIngressPath'],
    source: 'kubernetes.io/docs/concepts/services-networking/ingress, path types',
    *check(node) {
      const type = textIn(node.value, 'pathType');
      const path = textIn(node.value, 'path');
      if ((type !== 'Prefix' && type !== 'Exact') || path === undefined || !/[*()]/.test(path)) return;
      yield {
        ...refuse(
          node,
          'path',
          `path ${showText(path)} looks like a pattern, and pathType ${type} takes it by the letter`,
          'Write pathType: ImplementationSpecific, or a plain path.',
        ),
        severity: 'warning',
        why: 'No request has such a path, so the rule never holds.',
      };
    },
  },
  {
    id: 'ingress-tls',
    on: ['networking/v1.IngressTLS'],
    source: `validateIngressTLS in ${NETWORKING}`,
    *check(node) {
      for (const [i, host] of listIn(node.value, 'hosts').entries()) {
        const problem = typeof host === 'string' ? wildcardDomain(host) : undefined;
        if (problem !== undefined)
          yield refuse(
            node,
            ['hosts', i],
            host === '' ? 'a host of the certificate is empty' : `host ${showText(String(host))} ${problem}`,
            'Write a host name such as shop.example.com.',
          );
      }
      const secret = textIn(node.value, 'secretName');
      const problem = secret === undefined ? undefined : dnsSubdomain(secret);
      if (problem !== undefined)
        yield refuse(
          node,
          'secretName',
          `secretName ${showText(secret!)} ${problem}`,
          'Write the name of a Secret.',
        );
    },
  },
  {
    id: 'ingress-class-name',
    on: ['networking/v1.IngressSpec'],
    source: `ValidateIngressSpec in ${NETWORKING}`,
    *check(node) {
      const name = fieldOf(node.value, 'ingressClassName');
      const problem = typeof name === 'string' ? dnsSubdomain(name) : undefined;
      if (problem !== undefined)
        yield refuse(
          node,
          'ingressClassName',
          `ingressClassName ${showText(String(name))} ${name === '' ? 'is empty' : problem}`,
          'Write the name of an IngressClass, or remove it.',
        );
    },
  },
  {
    id: 'ingress-controller',
    on: ['networking/v1.IngressClassSpec'],
    source: `validateIngressClassSpec in ${NETWORKING}`,
    *check(node) {
      const controller = textIn(node.value, 'controller');
      if (controller === undefined) return;
      const slash = controller.indexOf('/');
      if (
        slash > 0 &&
        slash < controller.length - 1 &&
        dnsSubdomain(controller.slice(0, slash)) === undefined &&
        controller.length <= 250 &&
        !/[^\w.~!$&'()*+,;=:@/-]/.test(controller)
      )
        return;
      yield refuse(
        node,
        'controller',
        `controller ${showText(controller)} is no path with a domain`,
        'Write it as "example.com/controller".',
      );
    },
  },
];
