import { formatPath } from '../../model/format-path.ts';
import { defineRule } from '../../model/rule.ts';
import { listWords } from '../list-words.ts';
import { ENFORCING_CNIS, howToEnforce, isEnforcing } from '../network-plugins.ts';

/** Charts whose own documents warn that Flannel enforces nothing. */
const WARNED: ReadonlySet<string> = new Set(['zymtrace']);

export const rule = defineRule({
  id: 'network-policy-unenforced',
  severity: 'warning',
  recommended: true,
  about: 'rendered',
  docs: {
    summary:
      'Network policies are on, and the network plugin of the cluster does not enforce them, or nobody said which one it is.',
    why: 'The API server accepts NetworkPolicy objects whether or not anything enforces them. On Flannel they are silently without effect: the values look locked down, and every pod can still reach every other.',
    source:
      'Kubernetes documentation, Network Policies, "Prerequisites"; zymtrace chart README, Important Notes.',
  },
  examples: {
    bad: [
      { values: 'networkPolicy:\n  enabled: true\n', cni: 'flannel' },
      { chart: 'zymtrace', values: 'global:\n  networkPolicy:\n    enabled: true\n' },
      { values: 'networkPolicy:\n  enabled: true\n', cni: 'azure' },
    ],
    good: [
      { values: 'networkPolicy:\n  enabled: true\n' },
      { values: 'networkPolicy:\n  enabled: true\n', cni: 'calico' },
      { values: 'networkPolicy:\n  enabled: true\n', cni: 'gke-dataplane-v2' },
      { values: 'networkPolicy:\n  enabled: false\n', cni: 'flannel' },
    ],
  },
  *check(release) {
    const { cni } = release.context.cluster;
    if (cni !== undefined && isEnforcing(cni)) return;
    const [policy, ...others] = release.roles.networkPolicies.filter(({ enabled }) => enabled);
    if (policy === undefined) return;
    const name = formatPath(policy.path);
    const related = others.map(({ path }) => ({ at: path, message: `${formatPath(path)} is on too` }));
    // Where nobody named the plugin, only charts that warn of it themselves have something to say.
    if (cni === undefined && !WARNED.has(release.chart?.name ?? '')) return;
    if (cni === undefined) {
      yield {
        at: policy.path,
        severity: 'info',
        problem: `${name} is true, which protects nothing on some clusters`,
        why: 'Only a network plugin that enforces policies makes them count; Flannel does not.',
        help: 'Tell chartlint the plugin with --cni NAME.',
        related,
      };
      return;
    }
    const switchable = howToEnforce(cni);
    if (switchable !== undefined) {
      yield {
        at: policy.path,
        severity: 'info',
        problem: `${name} is true, but "${cni}" does not enforce NetworkPolicy everywhere`,
        why: `The network plugin enforces it only ${switchable.how}; elsewhere every pod can still reach every other.`,
        help: `Where it is on, say so with --cni ${switchable.name}.`,
        related,
      };
      return;
    }
    yield {
      at: policy.path,
      problem: `${name} is true, but the network plugin "${cni}" does not enforce NetworkPolicy`,
      why: 'Every pod can still reach every other.',
      help: `Use a plugin that does (${listWords(ENFORCING_CNIS, 'or', 7)}), or set it to false so that nobody relies on it.`,
      related,
    };
  },
});
