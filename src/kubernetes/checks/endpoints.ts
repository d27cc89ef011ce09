import { ipVersion } from '../grammar/address.ts';
import type { ManifestCheck } from '../manifest-check.ts';
import { listIn, textIn } from '../manifest-node.ts';
import { refuse } from '../refuse.ts';
import { showText } from '../structure/show-value.ts';

export const checks: readonly ManifestCheck[] = [
  {
    id: 'endpoint-address',
    on: ['core/v1.EndpointAddress'],
    source: 'validateEndpointAddress in pkg/apis/core/validation/validation.go',
    *check(node) {
      const ip = textIn(node.value, 'ip');
      if (ip !== undefined && ipVersion(ip) === undefined)
        yield refuse(node, 'ip', `ip ${showText(ip)} is no IP address`, 'Write an address.');
    },
  },
  {
    id: 'endpoint-subset',
    on: ['core/v1.EndpointSubset'],
    source: 'validateEndpointSubset in pkg/apis/core/validation/validation.go',
    *check(node) {
      if (listIn(node.value, 'addresses').length > 0 || listIn(node.value, 'notReadyAddresses').length > 0)
        return;
      yield refuse(node, [], 'the subset has no addresses', 'Add "addresses".');
    },
  },
  {
    id: 'endpoint-slice-address',
    on: ['discovery/v1.EndpointSlice'],
    source: 'validateEndpoints in pkg/apis/discovery/validation/validation.go',
    *check(node) {
      const wanted =
        node.value.addressType === 'IPv4' ? 4 : node.value.addressType === 'IPv6' ? 6 : undefined;
      if (wanted === undefined) return;
      for (const [i, endpoint] of listIn(node.value, 'endpoints').entries()) {
        for (const [j, ip] of listIn(endpoint, 'addresses').entries()) {
          if (typeof ip === 'string' && ipVersion(ip) !== wanted)
            yield refuse(
              node,
              ['endpoints', i, 'addresses', j],
              `${showText(ip)} is no IPv${wanted} address`,
              'Write an address, or change addressType.',
            );
        }
      }
    },
  },
];
