import { isCidr, liesWithin } from '../grammar/address.ts';
import type { ManifestCheck } from '../manifest-check.ts';
import { fieldOf, listIn, numberIn, textIn } from '../manifest-node.ts';
import { refuse } from '../refuse.ts';
import { showText } from '../structure/show-value.ts';

const NETWORKING = 'pkg/apis/networking/validation/validation.go';

export const checks: readonly ManifestCheck[] = [
  {
    id: 'policy-types',
    on: ['networking/v1.NetworkPolicySpec'],
    source: `ValidateNetworkPolicySpec in ${NETWORKING}`,
    *check(node) {
      const count = listIn(node.value, 'policyTypes').length;
      if (count > 2)
        yield refuse(
          node,
          'policyTypes',
          `policyTypes has ${count} items, and 2 may be`,
          'Write each word once.',
        );
    },
  },
  {
    id: 'policy-peer',
    on: ['networking/v1.NetworkPolicyPeer'],
    source: `ValidateNetworkPolicyPeer in ${NETWORKING}`,
    *check(node) {
      const selectors = ['podSelector', 'namespaceSelector'].filter(
        (field) => fieldOf(node.value, field) !== undefined,
      );
      const hasBlock = fieldOf(node.value, 'ipBlock') !== undefined;
      if (hasBlock && selectors.length > 0) {
        yield refuse(
          node,
          'ipBlock',
          `a peer has either "ipBlock" or "${selectors[0]}"`,
          'Make them two items of the list.',
          { part: 'key' },
        );
      } else if (!hasBlock && selectors.length === 0) {
        yield refuse(node, [], 'the peer is empty', 'Add podSelector, namespaceSelector or ipBlock.');
      }
    },
  },
  {
    id: 'policy-block',
    on: ['networking/v1.IPBlock'],
    source: `ValidateIPBlock in ${NETWORKING}`,
    *check(node) {
      const cidr = textIn(node.value, 'cidr');
      if (cidr === undefined) return;
      if (!isCidr(cidr)) {
        yield refuse(
          node,
          'cidr',
          `cidr ${showText(cidr)} is no range of addresses`,
          'Write it as 10.0.0.0/8; of one address 10.0.0.1/32.',
        );
        return;
      }
      for (const [i, part] of listIn(node.value, 'except').entries()) {
        if (typeof part !== 'string') continue;
        if (!isCidr(part))
          yield refuse(
            node,
            ['except', i],
            `${showText(part)} is no range of addresses`,
            'Write it as 10.1.0.0/16.',
          );
        else if (liesWithin(part, cidr) === false)
          yield refuse(
            node,
            ['except', i],
            `${showText(part)} does not lie within ${showText(cidr)}`,
            'Write a smaller range within it.',
          );
      }
    },
  },
  {
    id: 'policy-port-range',
    on: ['networking/v1.NetworkPolicyPort'],
    source: `ValidateNetworkPolicyPort in ${NETWORKING}`,
    *check(node) {
      const end = numberIn(node.value, 'endPort');
      if (end === undefined) return;
      const port = numberIn(node.value, 'port');
      if (port === undefined)
        yield refuse(
          node,
          'endPort',
          'endPort needs a number as "port"',
          'Write the first port of the range as a number.',
        );
      else if (end < port)
        yield refuse(
          node,
          'endPort',
          `endPort ${end} is below port ${port}`,
          'Write the last port of the range.',
        );
    },
  },
];
