import { dnsLabel, dnsSubdomain } from '../grammar/names.ts';
import type { ManifestCheck } from '../manifest-check.ts';
import { fieldOf, listIn, textIn } from '../manifest-node.ts';
import { refuse } from '../refuse.ts';
import { showText } from '../structure/show-value.ts';

const RBAC = 'pkg/apis/rbac/validation/validation.go';
const GROUP = 'rbac.authorization.k8s.io';

export const checks: readonly ManifestCheck[] = [
  {
    id: 'role-rule',
    on: ['rbac/v1.PolicyRule'],
    source: `ValidatePolicyRule in ${RBAC}`,
    *check(node) {
      const has = (field: string): boolean => listIn(node.value, field).length > 0;
      if (has('nonResourceURLs')) {
        if (node.manifest.kind === 'Role')
          yield refuse(
            node,
            'nonResourceURLs',
            'a Role cannot have "nonResourceURLs"',
            'Write a ClusterRole.',
            { part: 'key' },
          );
        const other = ['apiGroups', 'resources', 'resourceNames'].find(has);
        if (other !== undefined)
          yield refuse(
            node,
            other,
            `a rule has either "nonResourceURLs" or "${other}"`,
            'Make them two rules.',
            { part: 'key' },
          );
        return;
      }
      for (const field of ['apiGroups', 'resources']) {
        if (has(field)) continue;
        yield refuse(
          node,
          [],
          `a rule about resources needs "${field}"`,
          field === 'apiGroups' ? 'Add it; the core group is "".' : 'Add it.',
        );
      }
    },
  },
  {
    id: 'role-reference',
    on: ['rbac/v1.RoleRef'],
    source: `ValidateRoleBinding and ValidateClusterRoleBinding in ${RBAC}`,
    *check(node) {
      const kind = textIn(node.value, 'kind');
      const wanted = node.manifest.kind === 'ClusterRoleBinding' ? ['ClusterRole'] : ['Role', 'ClusterRole'];
      if (kind !== undefined && !wanted.includes(kind)) {
        yield refuse(
          node,
          'kind',
          `roleRef.kind is ${showText(kind)}`,
          `Write ${wanted.map((word) => `"${word}"`).join(' or ')}.`,
        );
      }
      const group = textIn(node.value, 'apiGroup');
      if (group !== undefined && group !== GROUP) {
        yield refuse(node, 'apiGroup', `roleRef.apiGroup is ${showText(group)}`, `Write "${GROUP}".`, {
          mend: { how: 'replace', by: GROUP },
        });
      }
    },
  },
  {
    id: 'role-subject',
    on: ['rbac/v1.Subject'],
    source: `ValidateRoleBindingSubject in ${RBAC}`,
    *check(node) {
      const kind = textIn(node.value, 'kind');
      const group = textIn(node.value, 'apiGroup');
      const name = textIn(node.value, 'name');
      if (kind === 'ServiceAccount') {
        if (group !== undefined)
          yield refuse(
            node,
            'apiGroup',
            `a ServiceAccount has no apiGroup ${showText(group)}`,
            'Remove it, or write "".',
          );
        const problem = name === undefined ? undefined : dnsSubdomain(name);
        if (problem !== undefined)
          yield refuse(
            node,
            'name',
            `name ${showText(name!)} ${problem}`,
            'Write the name of a ServiceAccount.',
          );
        if (node.manifest.kind === 'ClusterRoleBinding' && textIn(node.value, 'namespace') === undefined) {
          yield refuse(
            node,
            [],
            'a ServiceAccount in a ClusterRoleBinding needs "namespace"',
            'Add the namespace.',
          );
        }
      } else if ((kind === 'User' || kind === 'Group') && group !== undefined && group !== GROUP) {
        yield refuse(node, 'apiGroup', `apiGroup of a ${kind} is ${showText(group)}`, `Write "${GROUP}".`, {
          mend: { how: 'replace', by: GROUP },
        });
      }
      const namespace = textIn(node.value, 'namespace');
      if (namespace !== undefined && kind === 'ServiceAccount' && dnsLabel(namespace) !== undefined) {
        yield {
          ...refuse(
            node,
            'namespace',
            `namespace ${showText(namespace)} ${dnsLabel(namespace)}`,
            'Write the name of a namespace.',
          ),
          severity: 'warning',
          why: 'No namespace can be called so, and nobody gets the role.',
        };
      }
    },
  },
  {
    id: 'aggregated-rules',
    on: ['rbac/v1.ClusterRole'],
    source: `ValidateClusterRole in ${RBAC}`,
    *check(node) {
      const rule = fieldOf(node.value, 'aggregationRule');
      if (typeof rule !== 'object' || rule === null) return;
      if (listIn(rule, 'clusterRoleSelectors').length === 0) {
        yield refuse(
          node,
          'aggregationRule',
          'aggregationRule selects no roles',
          'Add clusterRoleSelectors.',
        );
      }
    },
  },
];
